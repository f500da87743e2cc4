import { Button } from '@backstage/ui';
import { RiLink } from '@remixicon/react';
import { useState } from 'react';
import { writeAddress } from './address/formAddress';
import { copyText } from './copyText';
import { SimulatorForm } from './SimulatorForm';

/** Copies an address that says all of it. */
export function CopyLink(props: { form: SimulatorForm; isDisabled: boolean }) {
  const { form, isDisabled } = props;
  const [said, setSaid] = useState('');
  const copy = async () => {
    const { search, hash, isTooLong } = await writeAddress(form);
    if (isTooLong) {
      setSaid('Too long for a link: shorten the draft or the input.');
      return;
    }
    const { origin, pathname } = window.location;
    const link = `${origin}${pathname}${search}${hash}`;
    const outcome = await copyText(link);
    setSaid(
      outcome === 'copied'
        ? 'Link copied.'
        : 'The browser did not let it be copied; simulate, and take it from the address.',
    );
  };
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiLink />}
        isDisabled={isDisabled}
        onPress={copy}
      >
        Copy link
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
