package dev.candor.web;

/**
 * What is wrong with one field.
 *
 * @param field as the caller named it
 * @param message for the person who filled it; never repeats what they wrote
 */
public record FieldError(String field, String message) {}
