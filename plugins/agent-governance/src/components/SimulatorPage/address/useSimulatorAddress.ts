import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { SimulatorForm } from '../SimulatorForm';
import { isAsked, readAddress, writeAddress } from './formAddress';

/** What is simulated, and where that stands. */
export interface Asked {
  form: SimulatorForm;
  /** Whether it asks something, and does not only fill in a part of the form. */
  isComplete: boolean;
  /** It is more than a link can hold: a reload loses it. */
  isTooLong?: boolean;
}

/** What the address cannot tell. */
export type AddressProblem = 'unreadable-draft';

/** What the address asks, once it is read, and a way to ask something else. */
export function useSimulatorAddress(): {
  asked: Asked | undefined;
  problem?: AddressProblem;
  ask(form: SimulatorForm): Promise<void>;
} {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const [problem, setProblem] = useState<AddressProblem>();

  useEffect(() => {
    let isCurrent = true;
    const isComplete = isAsked({ search });
    const settle = (form: SimulatorForm, trouble?: AddressProblem) => {
      if (isCurrent) {
        setProblem(trouble);
        setAsked({ form, isComplete: isComplete && !trouble });
      }
    };
    readAddress({ search, hash })
      .then(form => settle(form))
      .catch(async () =>
        settle(await readAddress({ search, hash: '' }), 'unreadable-draft'),
      );
    return () => {
      isCurrent = false;
    };
  }, [search, hash]);

  return {
    asked,
    problem,
    ask: async form => {
      const { isTooLong, ...address } = await writeAddress(form);
      if (isTooLong) {
        setAsked({ form, isComplete: true, isTooLong });
      } else {
        navigate(address);
      }
    },
  };
}
