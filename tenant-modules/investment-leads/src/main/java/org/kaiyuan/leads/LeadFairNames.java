package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names of fairs, for choosing where a lead came from. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadFairNames {
    private static final int MOST = 50;

    private static final RowMapper<FairName> NAME =
            (row, number) ->
                    new FairName(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("held_on", LocalDate.class));

    private final JdbcTemplate jdbc;

    LeadFairNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a fair is called; the same name may be held every year. */
    public record FairName(UUID id, String name, LocalDate heldOn) {}

    /** Those whose name contains what was typed, the newest first; at most 50. */
    public List<FairName> find(String typed) {
        return jdbc.query(
                "select id, name, held_on from leads.fair where strpos(lower(name), ?) > 0 order by held_on desc, id desc limit ?",
                NAME,
                typed.strip().toLowerCase(Locale.ROOT),
                MOST);
    }

    public Optional<FairName> of(UUID id) {
        return jdbc
                .query("select id, name, held_on from leads.fair where id = ?", NAME, id)
                .stream()
                .findFirst();
    }
}
