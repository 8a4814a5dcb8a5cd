package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;

/**
 * A deployed version of a form.
 *
 * @param schema JSON
 */
public record FormRow(
    Key formKey,
    String formId,
    int version,
    String resourceName,
    String tenantId,
    Key deploymentKey,
    @NotSearched String schema) {}
