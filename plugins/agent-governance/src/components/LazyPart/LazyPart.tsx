import { Alert, Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { Component, ReactNode, Suspense } from 'react';

interface Props {
  /** As in "Could not load …". */
  what: string;
  children: ReactNode;
}

/** A part of a page that comes by itself when it is looked at; where it cannot be had, the rest of the page stays. */
export class LazyPart extends Component<Props, { hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  state = { hasFailed: false };

  render() {
    const { what, children } = this.props;
    return this.state.hasFailed ? (
      <Alert
        role="alert"
        status="danger"
        icon
        title={`Could not load ${what}`}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => window.location.reload()}
          >
            Load the page again
          </Button>
        }
      />
    ) : (
      <Suspense fallback={<Loading what={what} />}>{children}</Suspense>
    );
  }
}

function Loading({ what }: { what: string }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      <Skeleton height="6rem" />
    </div>
  );
}
