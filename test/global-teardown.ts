import { stopTestStack } from './running-stack';

module.exports = stopTestStack;
