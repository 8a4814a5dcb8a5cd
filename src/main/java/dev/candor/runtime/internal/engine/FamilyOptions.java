package dev.candor.runtime.internal.engine;

import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.LRUCache;

/**
 * How RocksDB keeps the engine's column family. Zeebe's factory would answer such options as well,
 * but it has C print their numbers, and the bridge to C is a tenth of a second of a start.
 */
final class FamilyOptions {

  /** Of a key: the engine's searches stay among those with the same beginning, a number. */
  private static final int PREFIX_BYTES = Long.BYTES;

  private static final long CACHE_BYTES = 10 << 20;
  private static final long WRITE_BUFFER_BYTES = 3 << 20;
  private static final int WRITE_BUFFERS = 6;
  private static final long BLOCK_BYTES = 32 << 10;
  private static final int BLOOM_BITS_PER_KEY = 10;
  private static final double BLOOM_SHARE_OF_BUFFER = 0.15;

  private FamilyOptions() {}

  /**
   * Families remember their full buffers, as RocksDB itself has it for those that are there when it
   * opens: without, a transaction under way while a buffer is put away has to be repeated.
   *
   * @param closedFromTheLast gets the options and what they need
   */
  static ColumnFamilyOptions of(List<AutoCloseable> closedFromTheLast) {
    // RocksDB reads what Java has no method for by its name.
    var onlyByName = new Properties();
    onlyByName.setProperty("max_write_buffer_size_to_maintain", "-1");
    var options =
        Objects.requireNonNull(
            ColumnFamilyOptions.getColumnFamilyOptionsFromProps(onlyByName), "RocksDB's options");
    options
        .useFixedLengthPrefixExtractor(PREFIX_BYTES)
        .setMemtablePrefixBloomSizeRatio(BLOOM_SHARE_OF_BUFFER)
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        .setMaxWriteBufferNumber(WRITE_BUFFERS)
        .setLevelCompactionDynamicLevelBytes(true)
        .setTableFormatConfig(tables(closedFromTheLast));
    closedFromTheLast.add(options);
    return options;
  }

  private static BlockBasedTableConfig tables(List<AutoCloseable> closedFromTheLast) {
    var cache = new LRUCache(CACHE_BYTES);
    var bloom = new BloomFilter(BLOOM_BITS_PER_KEY, false);
    closedFromTheLast.add(cache);
    closedFromTheLast.add(bloom);
    return new BlockBasedTableConfig()
        .setBlockCache(cache)
        .setBlockSize(BLOCK_BYTES)
        .setFilterPolicy(bloom)
        .setCacheIndexAndFilterBlocks(true)
        .setPinL0FilterAndIndexBlocksInCache(true);
  }
}
