import type { DataConverter } from '@temporalio/common';
import { payloadCodec, type CodecSettings } from './payload-codec';

/** Makes the data converter of client and worker, which encrypts what Temporal stores, failures too. */
export const dataConverterOf = (settings: CodecSettings): DataConverter => ({
  payloadCodecs: [payloadCodec(settings)],
  failureConverterPath: require.resolve('./failure-converter'),
});
