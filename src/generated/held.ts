// Written by scripts/generate.ts
import type { Holds } from '../language/schema.js';

/** What a field holds: something the compiler checks, a part or a list of parts, or further fields. */
export interface Held {
  readonly holds?: Holds;
  /** A name in `parts`. */
  readonly part?: string;
  readonly fields?: Fields;
}

export interface Fields {
  readonly [name: string]: Held;
}

/** The fields of Amazon's states, by type. */
export const native: { readonly [type: string]: Fields } = {
  "Task": {
    "Parameters": {
      "holds": "JSONPath template"
    },
    "Arguments": {
      "holds": "JSONata value"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "ResultSelector": {
      "holds": "JSONPath template"
    },
    "ResultPath": {
      "holds": "result path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "TimeoutSeconds": {
      "holds": "value"
    },
    "TimeoutSecondsPath": {
      "holds": "reference path"
    },
    "HeartbeatSeconds": {
      "holds": "value"
    },
    "HeartbeatSecondsPath": {
      "holds": "reference path"
    },
    "Retry": {
      "part": "retrier"
    },
    "Catch": {
      "part": "catcher"
    },
    "Credentials": {
      "holds": "template"
    },
    "When": {
      "part": "condition"
    }
  },
  "Pass": {
    "Result": {
      "holds": "JSONPath value"
    },
    "Parameters": {
      "holds": "JSONPath template"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "ResultPath": {
      "holds": "result path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "When": {
      "part": "condition"
    }
  },
  "Choice": {
    "Choices": {
      "part": "choiceRule"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "When": {
      "part": "condition"
    }
  },
  "Wait": {
    "Seconds": {
      "holds": "value"
    },
    "SecondsPath": {
      "holds": "reference path"
    },
    "Timestamp": {
      "holds": "value"
    },
    "TimestampPath": {
      "holds": "reference path"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "When": {
      "part": "condition"
    }
  },
  "Succeed": {
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "When": {
      "part": "condition"
    }
  },
  "Fail": {
    "Error": {
      "holds": "value"
    },
    "ErrorPath": {
      "holds": "path or text function"
    },
    "Cause": {
      "holds": "value"
    },
    "CausePath": {
      "holds": "path or text function"
    },
    "When": {
      "part": "condition"
    }
  },
  "Parallel": {
    "Parameters": {
      "holds": "JSONPath template"
    },
    "Arguments": {
      "holds": "JSONata value"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "ResultSelector": {
      "holds": "JSONPath template"
    },
    "ResultPath": {
      "holds": "result path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "Retry": {
      "part": "retrier"
    },
    "Catch": {
      "part": "catcher"
    },
    "When": {
      "part": "condition"
    }
  },
  "Map": {
    "ItemsPath": {
      "holds": "path"
    },
    "Items": {
      "holds": "JSONata value"
    },
    "ItemSelector": {
      "holds": "template"
    },
    "Parameters": {
      "holds": "JSONPath template"
    },
    "MaxConcurrency": {
      "holds": "value"
    },
    "MaxConcurrencyPath": {
      "holds": "reference path"
    },
    "ItemReader": {
      "part": "itemReader"
    },
    "ItemBatcher": {
      "part": "itemBatcher"
    },
    "ResultWriter": {
      "part": "resultWriter"
    },
    "ToleratedFailureCount": {
      "holds": "value"
    },
    "ToleratedFailureCountPath": {
      "holds": "reference path"
    },
    "ToleratedFailurePercentage": {
      "holds": "value"
    },
    "ToleratedFailurePercentagePath": {
      "holds": "reference path"
    },
    "InputPath": {
      "holds": "path"
    },
    "OutputPath": {
      "holds": "path"
    },
    "ResultSelector": {
      "holds": "JSONPath template"
    },
    "ResultPath": {
      "holds": "result path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "Retry": {
      "part": "retrier"
    },
    "Catch": {
      "part": "catcher"
    },
    "When": {
      "part": "condition"
    }
  }
};

/** The fields of plancc's states, but for those in `Properties`. */
export const own: Fields = {
  "TimeoutSeconds": {
    "holds": "value"
  },
  "Retry": {
    "part": "retrier"
  },
  "Catch": {
    "part": "catcher"
  },
  "ResultPath": {
    "holds": "result path"
  },
  "Assign": {
    "holds": "template"
  },
  "When": {
    "part": "condition"
  }
};

/** The fields of what stands inside states. */
export const parts: { readonly [name: string]: Fields } = {
  "condition": {
    "Variable": {
      "holds": "path"
    },
    "StringEqualsPath": {
      "holds": "path"
    },
    "StringLessThanPath": {
      "holds": "path"
    },
    "StringGreaterThanPath": {
      "holds": "path"
    },
    "StringLessThanEqualsPath": {
      "holds": "path"
    },
    "StringGreaterThanEqualsPath": {
      "holds": "path"
    },
    "NumericEqualsPath": {
      "holds": "path"
    },
    "NumericLessThanPath": {
      "holds": "path"
    },
    "NumericGreaterThanPath": {
      "holds": "path"
    },
    "NumericLessThanEqualsPath": {
      "holds": "path"
    },
    "NumericGreaterThanEqualsPath": {
      "holds": "path"
    },
    "TimestampEqualsPath": {
      "holds": "path"
    },
    "TimestampLessThanPath": {
      "holds": "path"
    },
    "TimestampGreaterThanPath": {
      "holds": "path"
    },
    "TimestampLessThanEqualsPath": {
      "holds": "path"
    },
    "TimestampGreaterThanEqualsPath": {
      "holds": "path"
    },
    "BooleanEqualsPath": {
      "holds": "path"
    },
    "And": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Or": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Not": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Condition": {
      "holds": "JSONata value"
    }
  },
  "choiceRule": {
    "Variable": {
      "holds": "path"
    },
    "StringEqualsPath": {
      "holds": "path"
    },
    "StringLessThanPath": {
      "holds": "path"
    },
    "StringGreaterThanPath": {
      "holds": "path"
    },
    "StringLessThanEqualsPath": {
      "holds": "path"
    },
    "StringGreaterThanEqualsPath": {
      "holds": "path"
    },
    "NumericEqualsPath": {
      "holds": "path"
    },
    "NumericLessThanPath": {
      "holds": "path"
    },
    "NumericGreaterThanPath": {
      "holds": "path"
    },
    "NumericLessThanEqualsPath": {
      "holds": "path"
    },
    "NumericGreaterThanEqualsPath": {
      "holds": "path"
    },
    "TimestampEqualsPath": {
      "holds": "path"
    },
    "TimestampLessThanPath": {
      "holds": "path"
    },
    "TimestampGreaterThanPath": {
      "holds": "path"
    },
    "TimestampLessThanEqualsPath": {
      "holds": "path"
    },
    "TimestampGreaterThanEqualsPath": {
      "holds": "path"
    },
    "BooleanEqualsPath": {
      "holds": "path"
    },
    "And": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Or": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Not": {
      "holds": "JSONPath value",
      "part": "condition"
    },
    "Condition": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    },
    "Output": {
      "holds": "JSONata value"
    }
  },
  "retrier": {},
  "catcher": {
    "ResultPath": {
      "holds": "result path"
    },
    "Output": {
      "holds": "JSONata value"
    },
    "Assign": {
      "holds": "template"
    }
  },
  "itemReader": {
    "Parameters": {
      "holds": "JSONPath template"
    },
    "Arguments": {
      "holds": "JSONata value"
    },
    "ReaderConfig": {
      "part": "readerConfig"
    }
  },
  "readerConfig": {
    "MaxItems": {
      "holds": "value"
    },
    "MaxItemsPath": {
      "holds": "reference path"
    }
  },
  "itemBatcher": {
    "MaxItemsPerBatch": {
      "holds": "value"
    },
    "MaxItemsPerBatchPath": {
      "holds": "reference path"
    },
    "MaxInputBytesPerBatch": {
      "holds": "value"
    },
    "MaxInputBytesPerBatchPath": {
      "holds": "reference path"
    },
    "BatchInput": {
      "holds": "template"
    }
  },
  "resultWriter": {
    "Parameters": {
      "holds": "JSONPath template"
    },
    "Arguments": {
      "holds": "JSONata value"
    }
  }
};
