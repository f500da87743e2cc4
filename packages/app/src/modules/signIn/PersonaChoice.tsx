import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Container,
  Flex,
  Grid,
  Text,
} from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Persona } from './readPersonas';

export interface PersonaChoiceProps {
  personas: Persona[];
  onChoose(user: string): void;
}

/** Everybody a visitor can be, with what there is to see as them. */
export function PersonaChoice({ personas, onChoose }: PersonaChoiceProps) {
  const title = useApi(configApiRef).getOptionalString('app.title') ?? 'Portal';

  return (
    <Container>
      <Flex direction="column" gap="6" py="8">
        <Flex direction="column" gap="2">
          <Text as="h1" variant="title-large" weight="bold">
            {title}
          </Text>
          <Text as="p" variant="body-large" color="secondary">
            {personas.length > 0
              ? 'Who are you today? Each browser tab can be somebody else.'
              : 'No way to sign in is configured: replace this page by the one of your sign-in provider, or start the demo.'}
          </Text>
        </Flex>
        <Grid.Root columns={{ initial: '1', sm: '2', lg: '3' }} gap="4">
          {personas.map(persona => (
            <PersonaCard
              key={persona.user}
              persona={persona}
              onChoose={() => onChoose(persona.user)}
            />
          ))}
        </Grid.Root>
      </Flex>
    </Container>
  );
}

function PersonaCard(props: { persona: Persona; onChoose(): void }) {
  const { persona, onChoose } = props;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-small" weight="bold">
          {persona.name}
        </Text>
        <Text as="p" color="secondary">
          {persona.team}
        </Text>
      </CardHeader>
      <CardBody>
        <Text as="p">{persona.invitation}</Text>
      </CardBody>
      <CardFooter>
        <Button onPress={onChoose}>Continue as {persona.name}</Button>
      </CardFooter>
    </Card>
  );
}
