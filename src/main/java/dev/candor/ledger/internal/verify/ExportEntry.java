package dev.candor.ledger.internal.verify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an export.
 *
 * @param hash the leaf's hash as the ledger kept it
 * @param pair the hash over this entry and the one before, as the ledger kept it; with every second
 *     entry
 * @param entry the text; null when the ledger had lost it
 * @param disclosed what hashes in the entry stand for, by field
 */
record ExportEntry(
    long index,
    String hash,
    @Nullable String pair,
    @Nullable String entry,
    @Nullable Map<String, Disclosed> disclosed) {

  record Disclosed(String salt, String value) {}
}
