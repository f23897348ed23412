package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.domain.FormCheck;

/**
 * What somebody wants to hand in, and what hinders it; the same at the counter and in the portal.
 *
 * @param whole the service with all that it asks for
 * @param there materials of which something was handed in
 * @param held materials that were shown or handed over on paper
 * @param deferred materials that are to follow (容缺)
 */
record HandingIn(
        ServiceWhole whole,
        FormAnswers answers,
        Set<String> there,
        Set<String> held,
        Set<String> deferred) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,24}");
    static final int LONGEST_NAME = 60;
    static final int LONGEST_PHONE = 30;

    /** In the order of the form and of the materials; empty where nothing hinders it. */
    List<FieldFault> faults(boolean pledged) {
        var note = whole.note();
        var faults = new ArrayList<>(FormCheck.faults(note.form(), answers));
        var states = states();
        states.forEach((key, state) -> {
            if (state == MaterialState.MISSING && material(key).required()) {
                faults.add(fault("materials." + key, "services.rule.material", material(key)));
            }
        });
        for (var key : new HashSet<>(deferred)) {
            var material = states.containsKey(key) ? material(key) : null;
            if (material == null
                    || !material.deferrable()
                    || !note.modes().contains(HandlingMode.DEFERRAL)) {
                faults.add(
                        material == null
                                ? new FieldFault(
                                        "deferred", "services.rule.unknownMaterial", List.of(key))
                                : fault(
                                        "materials." + key,
                                        "services.rule.notDeferrable",
                                        material));
            }
        }
        if (pledged && !note.modes().contains(HandlingMode.PLEDGE)) {
            faults.add(new FieldFault("pledged", "services.rule.noPledge", List.of()));
        }
        return faults;
    }

    /** Of each material that is asked for, by the answers, in their order. */
    Map<String, MaterialState> states() {
        var note = whole.note();
        Map<String, MaterialState> states = new LinkedHashMap<>();
        for (var material : note.materials()) {
            if (FormConditions.hold(material.when(), note.form(), answers)) {
                states.put(material.key(), state(material));
            }
        }
        return states;
    }

    private MaterialState state(Material material) {
        if (there.contains(material.key())) {
            return MaterialState.HANDED_IN;
        }
        if (material.held() || held.contains(material.key())) {
            return MaterialState.HELD;
        }
        return deferred.contains(material.key()) ? MaterialState.DEFERRED : MaterialState.MISSING;
    }

    private Material material(String key) {
        return whole.note().materials().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static FieldFault fault(String field, String rule, Material material) {
        return new FieldFault(field, rule, List.of(material.name()));
    }

    /** What is wrong with who hands in. */
    static List<FieldFault> faults(Applicant applicant) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "applicant.name", applicant.name());
        ServicesFieldsRefused.required(faults, "applicant.phone", applicant.phone());
        if (!applicant.phone().isBlank() && !PHONE.matcher(applicant.phone().strip()).matches()) {
            faults.add(new FieldFault("applicant.phone", "services.rule.phone", List.of()));
        }
        ServicesFieldsRefused.longer(faults, "applicant.name", applicant.name(), LONGEST_NAME);
        return faults;
    }

    /** Also of who is not named completely yet. */
    static void longer(List<FieldFault> faults, Applicant applicant) {
        ServicesFieldsRefused.longer(faults, "applicant.name", applicant.name(), LONGEST_NAME);
        ServicesFieldsRefused.longer(faults, "applicant.phone", applicant.phone(), LONGEST_PHONE);
    }
}
