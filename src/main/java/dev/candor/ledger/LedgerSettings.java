package dev.candor.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param origin names this ledger in its heads, once for ever: who keeps heads of several tells
 *     them apart by it
 * @param keyFile the Ed25519 key that signs heads (PKCS #8, PEM); made under the data directory if
 *     none is named
 * @param interval how often entries without a place in the tree are looked for when nothing calls
 */
@ConfigurationProperties("candor.ledger")
public record LedgerSettings(
    @DefaultValue("candor.local/ledger") String origin,
    @Nullable Path keyFile,
    @DefaultValue("1s") Duration interval) {}
