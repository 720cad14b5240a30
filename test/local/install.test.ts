import { installMissing } from '../../local/install';

const there = { package: 'coreutils', has: 'true', why: 'it is everywhere' };
const absent = { package: 'souffleur', has: 'no-such-prompter', why: 'the actors forget' };

test('nothing is installed where nothing is missing', async () => {
  const install = jest.fn();

  await installMissing([there], install);

  expect(install).not.toHaveBeenCalled();
});

test('only what is missing is installed, and looked for once more afterwards', async () => {
  const install = jest.fn();

  await expect(installMissing([there, absent], install)).rejects.toThrow('yet these are missing: no-such-prompter');
  expect(install).toHaveBeenCalledWith([absent]);
});

test('where we may not install, the person is told what, why and how', async () => {
  await expect(installMissing([absent], undefined)).rejects.toThrow(/souffleur\): the actors forget\n[^]*docker-compose up/);
});

test('a server that is given needs no package', async () => {
  process.env['DATABASE_OF_THE_VENUE'] = 'mysql://la/base';
  const install = jest.fn();

  await installMissing([{ ...absent, insteadOf: 'DATABASE_OF_THE_VENUE' }], install);

  expect(install).not.toHaveBeenCalled();
});
