package org.kaiyuan.services;

import java.util.List;

/** A form: sections of fields, nothing that runs. */
public record FormDefinition(List<FormSection> sections) {
    public FormDefinition {
        sections = List.copyOf(sections);
    }

    public List<FormField> fields() {
        return sections.stream().flatMap(one -> one.fields().stream()).toList();
    }
}
