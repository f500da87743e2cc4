import { Alert, Button, Container, Flex } from '@backstage/ui';

export interface SignInFailedProps {
  error?: Error;
  onBack(): void;
}

/** Says what went wrong and leads back to the choice. */
export function SignInFailed({ error, onBack }: SignInFailedProps) {
  return (
    <Container mt="8">
      <Flex direction="column" gap="4" align="start">
        <Alert
          status="danger"
          title="Signing in did not work"
          description={error?.message}
        />
        <Button onPress={onBack}>Choose somebody else</Button>
      </Flex>
    </Container>
  );
}
