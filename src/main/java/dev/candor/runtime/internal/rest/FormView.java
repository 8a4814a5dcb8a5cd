package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.internal.http.Json;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.projection.FormRow;
import dev.candor.runtime.internal.query.Key;
import java.util.Optional;

/** A form as the contract shows it. */
record FormView(Key formKey, String formId, long version, JsonNode schema, String tenantId) {

  /** The form, or "no content" where there is none. */
  static Reply reply(Optional<FormRow> form) {
    return form.map(
            row ->
                Reply.json(
                    new FormView(
                        row.formKey(),
                        row.formId(),
                        row.version(),
                        Json.read(row.schema()),
                        row.tenantId())))
        .orElseGet(Reply::noContent);
  }
}
