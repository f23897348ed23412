package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;

/**
 * A service as it is filled in: a bundle (一件事) has its own form, and asks for what its parts ask for, each paper once.
 *
 * @param note with all materials
 * @param parts of a bundle, in their order; else empty
 */
record ServiceWhole(ServiceNote note, List<Part> parts) {
    ServiceWhole {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a bundle.
     *
     * @param keys from the part's own key of a material to the whole's
     */
    record Part(
            ServiceId id,
            ServiceTrack track,
            @Nullable MatterId matter,
            int edition,
            ServiceNote note,
            Map<String, String> keys) {
        Part {
            keys = Map.copyOf(keys);
        }
    }

    /** What is known of a part before its papers are made one with the others'. */
    record Component(
            ServiceId id,
            ServiceTrack track,
            @Nullable MatterId matter,
            int edition,
            ServiceNote note) {}

    /**
     * A paper that several ask for by the same name is handed in once; it is wanted where one of them wants it, and may follow
     * where all of them let it. What a part asks for only under a condition that the bundle's form does not know may be left out.
     */
    static ServiceWhole of(ServiceNote own, List<Component> components) {
        if (components.isEmpty()) {
            return new ServiceWhole(own, List.of());
        }
        Map<String, Material> byName = new LinkedHashMap<>();
        own.materials().forEach(one -> byName.put(one.name(), one));
        var parts = new ArrayList<Part>();
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i);
            Map<String, String> keys = new HashMap<>();
            for (var one : component.note().materials()) {
                var asked = asked(one, own.form(), (i + 1) + "." + one.key());
                var whole = byName.merge(one.name(), asked, (before, also) -> both(before, also));
                keys.put(one.key(), whole.key());
            }
            parts.add(
                    new Part(
                            component.id(),
                            component.track(),
                            component.matter(),
                            component.edition(),
                            component.note(),
                            keys));
        }
        return new ServiceWhole(with(own, List.copyOf(byName.values())), parts);
    }

    private static Material asked(Material one, FormDefinition form, String key) {
        var known = form.fields().stream().map(FormField::key).toList();
        boolean conditional = one.when().stream().anyMatch(when -> !known.contains(when.field()));
        return new Material(
                key,
                one.name(),
                one.nameEn(),
                one.originals(),
                one.copies(),
                one.required() && !conditional,
                one.deferrable(),
                one.held(),
                one.remark(),
                conditional ? List.of() : one.when(),
                // samples hang on the part's own service
                List.of());
    }

    private static Material both(Material before, Material also) {
        return new Material(
                before.key(),
                before.name(),
                before.nameEn(),
                Math.max(before.originals(), also.originals()),
                Math.max(before.copies(), also.copies()),
                before.required() || also.required(),
                before.deferrable() && also.deferrable(),
                before.held() && also.held(),
                before.remark() == null ? also.remark() : before.remark(),
                before.when().equals(also.when()) ? before.when() : List.of(),
                before.samples());
    }

    private static ServiceNote with(ServiceNote note, List<Material> materials) {
        return new ServiceNote(
                note.guide(),
                note.english(),
                note.grounds(),
                materials,
                note.kind(),
                note.statutoryDays(),
                note.promisedDays(),
                note.modes(),
                note.visits(),
                note.window(),
                note.topics(),
                note.form(),
                note.procedure(),
                note.letters(),
                note.parts());
    }
}
