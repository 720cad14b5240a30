import { startTestStack } from './running-stack';

module.exports = startTestStack;
