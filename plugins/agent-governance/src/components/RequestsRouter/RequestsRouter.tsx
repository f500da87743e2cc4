import { Route, Routes, useParams } from 'react-router-dom';
import { RequestPage } from '../RequestPage';
import { RequestsTable } from '../RequestsTable';

function RequestById() {
  const { id = '' } = useParams();
  return <RequestPage key={id} id={id} />;
}

/** All requests, and below them each one. */
export function RequestsRouter() {
  return (
    <Routes>
      <Route path="/" element={<RequestsTable />} />
      <Route path="/:id" element={<RequestById />} />
    </Routes>
  );
}
