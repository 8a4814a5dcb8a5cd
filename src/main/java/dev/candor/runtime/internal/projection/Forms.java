package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.FormIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** The deployed forms. */
public final class Forms extends Projection<Key, FormRow> {

  Forms() {
    super(new Table<>(FormRow.class, "formKey", FormRow::formKey).indexedBy("formId"));
  }

  void apply(Record<Form> record) {
    if (record.getIntent() != FormIntent.CREATED) {
      return;
    }
    Form form = record.getValue();
    table()
        .put(
            new FormRow(
                Key.of(form.getFormKey()),
                form.getFormId(),
                form.getVersion(),
                form.getResourceName(),
                form.getTenantId(),
                Key.of(form.getDeploymentKey()),
                new String(form.getResource(), StandardCharsets.UTF_8)));
  }

  /** The latest version of a form. */
  public Optional<FormRow> latest(String formId) {
    return table().where("formId", formId).max(Comparator.comparingInt(FormRow::version));
  }
}
