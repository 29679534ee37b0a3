import type { DataConverter } from '@temporalio/common';
import { payloadCodec, type CodecSettings } from './payload-codec';

/** How client and worker write what Temporal stores: encrypted, failures too. */
export const dataConverterOf = (settings: CodecSettings): DataConverter => ({
  payloadCodecs: [payloadCodec(settings)],
  failureConverterPath: require.resolve('./failure-converter'),
});
