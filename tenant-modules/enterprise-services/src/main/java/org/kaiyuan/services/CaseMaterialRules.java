package org.kaiyuan.services;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the materials of a case allow. */
@Component
class CaseMaterialRules {
    private static final Set<MaterialState> LACKING =
            EnumSet.of(MaterialState.MISSING, MaterialState.FOUND_BAD);

    private final CaseReader reader;

    CaseMaterialRules(CaseReader reader) {
        this.reader = reader;
    }

    /** Materials that are required and are not there, or were found bad; in the order of the edition. */
    List<Material> lacking(CaseId id, ServiceNote note) {
        return in(id, note, LACKING);
    }

    /** 容缺: those that follow. */
    List<Material> deferred(CaseId id, ServiceNote note) {
        return in(id, note, EnumSet.of(MaterialState.DEFERRED));
    }

    /** Required ones that are there and nobody has looked at. */
    List<Material> unchecked(CaseId id, ServiceNote note) {
        return in(id, note, EnumSet.of(MaterialState.HANDED_IN));
    }

    private List<Material> in(CaseId id, ServiceNote note, Set<MaterialState> states) {
        var lines =
                reader.materials(id).stream()
                        .collect(
                                Collectors.toMap(
                                        CaseReader.MaterialLine::material,
                                        CaseReader.MaterialLine::state));
        return note.materials().stream()
                .filter(material -> material.required() || states.contains(MaterialState.DEFERRED))
                .filter(material -> {
                    var state = lines.get(material.key());
                    return state != null && states.contains(state);
                })
                .toList();
    }

    /** By their keys; those that the edition does not have are left out. */
    static List<Material> of(ServiceNote note, Collection<String> keys) {
        Map<String, Material> byKey =
                note.materials().stream()
                        .collect(Collectors.toMap(Material::key, Function.identity()));
        return keys.stream().map(byKey::get).filter(Objects::nonNull).toList();
    }

    /** As a refusal names them. */
    static List<String> names(Collection<Material> materials) {
        return materials.stream().map(Material::name).toList();
    }
}
