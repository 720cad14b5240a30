export { orderWorkflow } from './order';
export { mailboxWorkflow } from './mailbox';
export { tidyWorkflow } from './tidy';
