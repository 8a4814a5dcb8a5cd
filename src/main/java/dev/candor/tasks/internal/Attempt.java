package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.tasks.HumanTask;
import java.util.function.BooleanSupplier;

/**
 * Somebody wants something with a task.
 *
 * @param breaksFourEyes whether they would decide what they flagged or reviewed; asked only when it
 *     matters
 * @param sawItBefore whether they would be their own second pair of eyes; asked only when it
 *     matters
 * @param recused whether they stepped out of the case
 */
record Attempt(
    HumanTask task,
    Person person,
    BooleanSupplier breaksFourEyes,
    BooleanSupplier sawItBefore,
    BooleanSupplier recused) {}
