package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extending the zone's catalogue by matters of its own. */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class MatterKeeping {
    /** What the history calls a matter. */
    static final String SUBJECT = "delegation.matter";

    private final MatterStore store;
    private final MatterCatalogue catalogue;
    private final ChangeHistory history;

    MatterKeeping(MatterStore store, MatterCatalogue catalogue, ChangeHistory history) {
        this.store = store;
        this.catalogue = catalogue;
        this.history = history;
    }

    /**
     * @throws DelegationFieldsRefused with all that is wrong
     * @throws MatterCodeTaken when the zone has one of that code
     */
    public MatterId add(MatterDraft said) {
        said.check();
        var id = MatterId.next();
        try {
            store.add(List.of(new MatterStore.Added(id, said)));
        } catch (DuplicateKeyException e) {
            throw new MatterCodeTaken(String.valueOf(said.code()));
        }
        history.record(SUBJECT, id.value(), "added", changes(null, said));
        return id;
    }

    /**
     * @param basedOn the version that was seen
     * @throws UnknownMatter when there is none
     * @throws MatterIsShared when it comes from the shared catalogue: who shares it changes it
     * @throws MatterChangedMeanwhile when it is not any more what was seen
     */
    public void revise(MatterId id, MatterDraft said, long basedOn) {
        said.check();
        var before = catalogue.get(id);
        if (before.shared()) {
            throw new MatterIsShared();
        }
        if (before.version() != basedOn) {
            throw changedMeanwhile(before, basedOn);
        }
        try {
            if (!store.revise(id, said, basedOn)) {
                throw changedMeanwhile(catalogue.get(id), basedOn);
            }
        } catch (DuplicateKeyException e) {
            throw new MatterCodeTaken(String.valueOf(said.code()));
        }
        history.record(SUBJECT, id.value(), "revised", changes(before, said));
    }

    private MatterChangedMeanwhile changedMeanwhile(Matter now, long basedOn) {
        return new MatterChangedMeanwhile(
                now.version(),
                history.newest(now.id().value(), (int) Math.max(1, now.version() - basedOn)));
    }

    private static List<FieldChange> changes(@Nullable Matter before, MatterDraft after) {
        var changes = new ArrayList<FieldChange>();
        changes.add(new FieldChange("name", before == null ? null : before.name(), after.name()));
        changes.add(new FieldChange("code", before == null ? null : before.code(), after.code()));
        changes.add(
                new FieldChange(
                        "basicCode",
                        before == null ? null : before.basicCode(),
                        after.basicCode()));
        changes.add(
                new FieldChange(
                        "kind", before == null ? null : before.kind().name(), after.kind().name()));
        changes.add(
                new FieldChange("field", before == null ? null : before.field(), after.field()));
        changes.add(
                new FieldChange(
                        "bases",
                        before == null ? null : written(before.bases()),
                        written(after.bases())));
        return changes;
    }

    private static @Nullable String written(List<LegalBasis> bases) {
        var text =
                bases.stream()
                        .map(one ->
                                one.title()
                                        + (one.article() == null ? "" : " " + one.article())
                                        + (one.state() == BasisState.IN_FORCE
                                                ? ""
                                                : " (" + one.state() + ")"))
                        .collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }
}
