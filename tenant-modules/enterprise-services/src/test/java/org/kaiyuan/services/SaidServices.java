package org.kaiyuan.services;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tests of the catalogue say of services. */
public final class SaidServices {
    private SaidServices() {}

    public static ServiceNote park(String title) {
        return ServiceDefaults.note(ServiceTrack.PARK, title);
    }

    public static ServiceNote with(ServiceNote note, FormField... fields) {
        return new Changed(note)
                .form(new FormDefinition(List.of(new FormSection("基本情况", null, List.of(fields)))))
                .note();
    }

    public static FormField choice(String key, String... values) {
        return new FormField(
                key,
                FieldKind.CHOICE,
                key,
                null,
                null,
                false,
                null,
                List.of(values).stream().map(value -> new Choice(value, value, null)).toList(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    public static FormField when(FormField field, Condition... when) {
        return new FormField(
                field.key(),
                field.kind(),
                field.label(),
                field.labelEn(),
                field.help(),
                field.required(),
                field.unit(),
                field.choices(),
                field.least(),
                field.most(),
                field.longest(),
                field.columns(),
                field.prefill(),
                List.of(when));
    }

    public static Material material(String key, String name) {
        return new Material(key, name, null, 1, 0, true, false, false, null, List.of(), List.of());
    }

    /** A note with one thing said otherwise after the other. */
    public static final class Changed {
        private GuideText guide;
        private @Nullable GuideText english;
        private List<Material> materials;
        private ServiceKind kind;
        private @Nullable Integer statutory;
        private int promised;
        private Set<HandlingMode> modes;
        private List<String> topics;
        private FormDefinition form;
        private Procedure procedure;
        private List<LetterTemplate> letters;
        private List<ServiceId> parts;

        public Changed(ServiceNote note) {
            guide = note.guide();
            english = note.english();
            materials = note.materials();
            kind = note.kind();
            statutory = note.statutoryDays();
            promised = note.promisedDays();
            modes = note.modes();
            topics = note.topics();
            form = note.form();
            procedure = note.procedure();
            letters = note.letters();
            parts = note.parts();
        }

        public Changed title(String other) {
            guide =
                    new GuideText(
                            other,
                            guide.audience(),
                            guide.conditions(),
                            guide.process(),
                            guide.fees(),
                            guide.result(),
                            guide.contact());
            return this;
        }

        public Changed conditions(String other) {
            guide =
                    new GuideText(
                            guide.title(),
                            guide.audience(),
                            other,
                            guide.process(),
                            guide.fees(),
                            guide.result(),
                            guide.contact());
            return this;
        }

        public Changed english(@Nullable GuideText other) {
            english = other;
            return this;
        }

        public Changed materials(Material... others) {
            materials = List.of(others);
            return this;
        }

        public Changed kind(ServiceKind other) {
            kind = other;
            return this;
        }

        public Changed days(@Nullable Integer law, int promise) {
            statutory = law;
            promised = promise;
            return this;
        }

        public Changed modes(HandlingMode... others) {
            modes = Set.of(others);
            return this;
        }

        public Changed topics(String... others) {
            topics = List.of(others);
            return this;
        }

        public Changed form(FormDefinition other) {
            form = other;
            return this;
        }

        public Changed procedure(Procedure other) {
            procedure = other;
            return this;
        }

        public Changed letters(LetterTemplate... others) {
            letters = List.of(others);
            return this;
        }

        public Changed parts(ServiceId... others) {
            parts = List.of(others);
            return this;
        }

        public ServiceNote note() {
            return new ServiceNote(
                    guide, english, List.of(), materials, kind, statutory, promised, modes, 1, null,
                    topics, form, procedure, letters, parts);
        }
    }
}
