import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { IndexedValueType } = temporal.api.enums.v1;

/** The types a search attribute may have. */
export type SearchAttributeType = 'Keyword' | 'KeywordList' | 'Datetime' | 'Bool' | 'Text' | 'Int';

const indexedTypes: Record<SearchAttributeType, temporal.api.enums.v1.IndexedValueType> = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Text: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
};

export interface Registration {
  readonly connection: Connection;
  readonly namespace: string;
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
}

/** Registers the search attributes of a case with the server. Those that it knows already are left alone. */
export async function registerSearchAttributes({
  connection,
  namespace,
  searchAttributes,
}: Registration): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, indexedTypes[type]])),
  });
}
