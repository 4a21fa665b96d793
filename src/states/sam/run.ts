export { reconcile } from '../cfn/run.js';
