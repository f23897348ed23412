package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper that a service asks for (申报材料).
 *
 * @param key stable within the service
 * @param originals how many originals; 0 for none
 * @param copies how many copies
 * @param deferrable 可容缺
 * @param held the park has it already, so nobody hands it in
 * @param when asked for only then; empty for always
 */
public record Material(
        String key,
        String name,
        @Nullable String nameEn,
        int originals,
        int copies,
        boolean required,
        boolean deferrable,
        boolean held,
        @Nullable String remark,
        List<Condition> when,
        List<Sample> samples) {
    public Material {
        when = List.copyOf(when);
        samples = List.copyOf(samples);
    }
}
