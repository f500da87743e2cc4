import { Link, useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    height: 64,
    padding: '0 20px',
    color: '#fff',
    fontWeight: 600,
    whiteSpace: 'nowrap',
    '&:hover': { color: '#fff' },
  },
});

/** A shield with a tick, and the portal's name beside it while the sidebar is open. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const name =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Portal';

  return (
    <Link to="/" underline="none" className={classes.root} aria-label="Home">
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden>
        <path
          fill="#5b9bdc"
          d="M16 2 4 6.5v9C4 22.7 9 28 16 30c7-2 12-7.3 12-14.5v-9z"
        />
        <path
          fill="none"
          stroke="#fff"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
          d="m10.5 16 4 4 7.5-8"
        />
      </svg>
      {isOpen && <span>{name}</span>}
    </Link>
  );
}
