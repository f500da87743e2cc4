import styles from './Digest.module.css';

const SHOWN = 12;

/** The start of a digest; the whole of it on hover, and for who copies it. @public */
export function Digest(props: { value: string }) {
  const { value } = props;
  return (
    <code className={styles.digest} title={value}>
      {value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}
    </code>
  );
}
