package org.kaiyuan.services;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as what files hang on, for people of the enterprise alone; once handed in, the files hang on the case. */
@Component
@Transactional(readOnly = true)
public class CaseDraftRecords implements RecordKind {
    private final EnterpriseDoor door;
    private final JdbcTemplate jdbc;

    CaseDraftRecords(EnterpriseDoor door, JdbcTemplate jdbc) {
        this.door = door;
        this.jdbc = jdbc;
    }

    public static RecordRef of(DraftId draft) {
        return new RecordRef(CaseDrafting.SUBJECT, draft.value());
    }

    @Override
    public String kind() {
        return CaseDrafting.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return may(id, "select enterprise_id from services.draft where id = ?", ColleagueRight.SEE);
    }

    @Override
    public boolean mayChange(UUID id) {
        return may(
                id,
                "select enterprise_id from services.draft where id = ? and case_id is null",
                ColleagueRight.FILL_IN);
    }

    private boolean may(UUID id, String sql, ColleagueRight right) {
        List<UUID> enterprises = jdbc.query(sql, (row, n) -> row.getObject(1, UUID.class), id);
        return enterprises.stream()
                .map(EnterpriseId::new)
                .anyMatch(one -> door.maybe(one).filter(me -> me.may(right)).isPresent());
    }

    /** What colleagues of the park say is not for the enterprise. */
    @Override
    public boolean mayDiscuss(UUID id) {
        return false;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList(
                        "select 1 from services.draft where id = ? and case_id is null for share",
                        id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.query(
                        """
                        select s.title from services.draft d
                        join services.service s on s.tenant_id = d.tenant_id and s.id = d.service_id where d.id = ?\
                        """,
                        (row, n) -> row.getString(1),
                        id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return "/portal/drafts/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(PortalPermissions.ENTER);
    }
}
