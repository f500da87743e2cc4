import express from 'express';
import request from 'supertest';
import { withoutStackTraces } from './withoutStackTraces';

describe('withoutStackTraces', () => {
  const app = express();
  app.use(withoutStackTraces);
  app.get('/broken', (_req, res) => {
    const error = { name: 'InputError', message: 'No', stack: 'at home' };
    res.status(400).json({ error, response: { statusCode: 400 } });
  });
  app.get('/fine', (_req, res) => {
    res.json(null);
  });

  it('leaves everything else of an error', async () => {
    const { body } = await request(app).get('/broken').expect(400);
    expect(body).toEqual({
      error: { name: 'InputError', message: 'No' },
      response: { statusCode: 400 },
    });
  });

  it('leaves other answers alone', async () => {
    const { body } = await request(app).get('/fine').expect(200);
    expect(body).toBeNull();
  });
});
