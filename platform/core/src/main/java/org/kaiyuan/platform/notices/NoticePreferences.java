package org.kaiyuan.platform.notices;

import java.sql.Time;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the signed-in person wants to be told: which kinds, by which way, and when not. */
@Service
@Transactional
public class NoticePreferences {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final JdbcTemplate jdbc;
    private final List<NoticeKind> kinds;

    NoticePreferences(JdbcTemplate jdbc, List<NoticeKind> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** What there is to choose from. */
    public List<NoticeKind> kinds() {
        return List.copyOf(kinds);
    }

    @Transactional(readOnly = true)
    public NoticePreference mine() {
        return of(ChangeHistory.actor());
    }

    /** @throws PreferenceRefused when the address is none, or only one end of the quiet hours is given */
    public void choose(NoticePreference wanted) {
        CurrentTenant.refuseReadingOnly();
        var email = wanted.email() == null ? null : wanted.email().strip();
        if (email != null && (email.length() > 254 || !ADDRESS.matcher(email).matches())) {
            throw new PreferenceRefused("notices.refusal.email");
        }
        if ((wanted.quietFrom() == null) != (wanted.quietTo() == null)) {
            throw new PreferenceRefused("notices.refusal.quiet");
        }
        var me = ChangeHistory.actor();
        long zone = CurrentTenant.get().value();
        jdbc.update(
                """
                insert into notices.preference (tenant_id, username, email, language, quiet_from, quiet_to)
                values (?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, username) do update set email = excluded.email, language = excluded.language,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to\
                """,
                zone,
                me,
                email,
                "en".equals(wanted.language().getLanguage()) ? "en" : "zh",
                time(wanted.quietFrom()),
                time(wanted.quietTo()));
        jdbc.update("delete from notices.muted where username = ?", me);
        var muted = new ArrayList<Object[]>();
        for (var kind : kinds) {
            if (wanted.mutedOnBell().contains(kind.kind())) {
                muted.add(new Object[] {zone, me, kind.kind(), Channel.BELL.name()});
            }
            if (wanted.mutedByEmail().contains(kind.kind())) {
                muted.add(new Object[] {zone, me, kind.kind(), Channel.EMAIL.name()});
            }
        }
        jdbc.batchUpdate(
                "insert into notices.muted (tenant_id, username, kind, channel) values (?, ?, ?, ?)",
                muted);
    }

    NoticePreference of(String username) {
        Set<String> bell = new HashSet<>();
        Set<String> email = new HashSet<>();
        jdbc.query(
                "select kind, channel from notices.muted where username = ?",
                row -> {
                    (row.getString(2).equals("BELL") ? bell : email).add(row.getString(1));
                },
                username);
        var kept =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select email, language, quiet_from, quiet_to from notices.preference where username = ?",
                                (row, number) ->
                                        new NoticePreference(
                                                row.getString(1),
                                                row.getString(2).equals("en")
                                                        ? Locale.ENGLISH
                                                        : Locale.SIMPLIFIED_CHINESE,
                                                local(row.getTime(3)),
                                                local(row.getTime(4)),
                                                bell,
                                                email),
                                username));
        return kept != null
                ? kept
                : new NoticePreference(null, Locale.SIMPLIFIED_CHINESE, null, null, bell, email);
    }

    private static @Nullable Time time(@Nullable LocalTime time) {
        return time == null ? null : Time.valueOf(time);
    }

    private static @Nullable LocalTime local(@Nullable Time time) {
        return time == null ? null : time.toLocalTime();
    }
}
