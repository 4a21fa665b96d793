import { suite } from 'uvu';

const exiting = suite('exiting');
exiting('leaves before the total', () => process.exit(0));
exiting.run();
