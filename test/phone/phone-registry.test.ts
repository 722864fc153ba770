import { expect } from '@open-wc/testing';
import {
  registeredPhoneNumbers,
  registerPhoneNumbers,
  type PhoneNumbers,
} from '../../src/phone/phone-registry.js';
import { nextTask } from '../support/next-task.js';

describe('phone numbers in a file of their own', () => {
  it('reach those that waited for them, and those that come later', async () => {
    const numbers = { countries: [] } as unknown as PhoneNumbers;
    const told: PhoneNumbers[] = [];
    void registeredPhoneNumbers().then((one) => told.push(one));
    await nextTask();
    expect(told).to.deep.equal([]);
    registerPhoneNumbers(numbers);
    await nextTask();
    expect(told).to.deep.equal([numbers]);
    expect(await registeredPhoneNumbers()).to.equal(numbers);
  });
});
