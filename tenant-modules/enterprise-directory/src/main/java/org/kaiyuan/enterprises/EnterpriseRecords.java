package org.kaiyuan.enterprises;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enterprises as what files and comments hang on. */
@Component
@Transactional(readOnly = true)
public class EnterpriseRecords implements RecordKind {
    private final Enterprises enterprises;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;

    EnterpriseRecords(Enterprises enterprises, CurrentPerson person, JdbcTemplate jdbc) {
        this.enterprises = enterprises;
        this.person = person;
        this.jdbc = jdbc;
    }

    public static RecordRef of(EnterpriseId id) {
        return new RecordRef(Enterprise.SUBJECT, id.value());
    }

    @Override
    public String kind() {
        return Enterprise.SUBJECT;
    }

    /** What was merged away is read through its survivor. */
    @Override
    public boolean mayRead(UUID id) {
        return person.may(EnterprisePermissions.READ)
                && enterprises
                        .findById(new EnterpriseId(id))
                        .filter(enterprise -> enterprise.mergedInto() == null)
                        .isPresent();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(EnterprisePermissions.WRITE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList(
                        "select 1 from enterprises.enterprise where id = ? and merged_into is null for share",
                        id)
                .isEmpty();
    }

    @Override
    public List<UUID> absorbed(UUID id) {
        return jdbc.query(
                "select id from enterprises.enterprise where merged_into = ? order by updated_at desc, id limit ?",
                (row, number) -> row.getObject(1, UUID.class),
                id,
                EnterpriseDirectory.MOST);
    }

    /**
     * Which record stands for one that has left the directory, held until the transaction ends; empty where
     * it was deleted, or its survivor was. A survivor may itself be merged into a third meanwhile: the row
     * then names the third.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RecordRef> holdSurvivor(EnterpriseId gone) {
        var survivor = survivorOf(gone);
        while (survivor != null) {
            if (hold(survivor)) {
                return Optional.of(new RecordRef(Enterprise.SUBJECT, survivor));
            }
            var next = survivorOf(gone);
            if (survivor.equals(next)) {
                return Optional.empty();
            }
            survivor = next;
        }
        return Optional.empty();
    }

    @Override
    public String title(UUID id) {
        return enterprises.get(new EnterpriseId(id)).name();
    }

    @Override
    public String link(UUID id) {
        return "/enterprises/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(EnterprisePermissions.READ);
    }

    private @Nullable UUID survivorOf(EnterpriseId gone) {
        return jdbc
                .query(
                        "select merged_into from enterprises.enterprise where id = ? and merged_into is not null",
                        (row, number) -> row.getObject(1, UUID.class),
                        gone.value())
                .stream()
                .findFirst()
                .orElse(null);
    }
}
