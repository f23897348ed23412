package org.kaiyuan.platform.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.platform.notices.NoticePreference;
import org.kaiyuan.platform.notices.NoticePreferences;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.ReadsOnly;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator looks through somebody's eyes: sees what they see, and changes nothing of theirs. */
@KaiyuanTest
class ViewingAsTest {
    @Autowired Gatehouse gatehouse;
    @Autowired Zones zones;
    @Autowired ViewingAs viewing;
    @Autowired Notices notices;
    @Autowired NoticeBoard board;
    @Autowired NoticePreferences preferences;
    @Autowired PasswordChange passwords;

    private final HandClock clock = new HandClock();
    private String zone = "";
    private String staff = "";

    @BeforeEach
    void somebody() throws Exception {
        zone = gatehouse.freshZone();
        staff = zone + "-staff";
        gatehouse.member(zone, zone + "-security", Role.SECURITY_ADMIN);
    }

    @Test
    void what_asks_for_no_permission_changes_nothing_either() throws Exception {
        var eyes = lookingAs(gatehouse.member(zone, staff, Role.ZONE_STAFF));

        assertThat(eyes.username()).isEqualTo(staff);
        assertThat(eyes.watchedBy()).isEqualTo(zone + "-security");
        assertThat(eyes.scopes().keySet()).allMatch(permission -> permission.endsWith(":read"));
        assertThatThrownBy(() -> gatehouse.as(eyes, () -> choose("mine@example.cn")))
                .isInstanceOf(ReadsOnly.class);
        assertThatThrownBy(() ->
                        gatehouse.as(
                                eyes,
                                () -> {
                                    passwords.change(Gatehouse.PASSWORD, "another-password-2026");
                                    return zone;
                                }))
                .isInstanceOf(ReadsOnly.class);
        assertThat(gatehouse.as(eyes, () -> preferences.mine()).email()).isNull();
    }

    @Test
    void what_they_have_not_read_stays_unread() throws Exception {
        var eyes = lookingAs(gatehouse.member(zone, staff, Role.ZONE_STAFF));
        zones.in(
                zone,
                () ->
                        gatehouse.inTransaction(() -> {
                            notices.tell(staff, "test.notice", List.of(), "/");
                            return zone;
                        }));

        gatehouse.as(
                eyes,
                () -> {
                    board.markAllRead();
                    return zone;
                });

        assertThat(gatehouse.as(eyes, () -> board.unread())).isEqualTo(1);
    }

    @Test
    void ones_own_eyes_come_back() throws Exception {
        var eyes = lookingAs(gatehouse.member(zone, staff, Role.ZONE_STAFF));

        gatehouse.as(
                eyes,
                () -> {
                    viewing.end();
                    return zone;
                });

        var again = requireNonNull(gatehouse.atNextRequest(eyes, clock));
        assertThat(again.username()).isEqualTo(zone + "-security");
        assertThat(again.watchedBy()).isNull();
        gatehouse.as(again, () -> choose("mine@example.cn"));
        assertThat(gatehouse.as(again, () -> preferences.mine()).email())
                .isEqualTo("mine@example.cn");
    }

    private String choose(String email) {
        preferences.choose(
                new NoticePreference(email, Locale.CHINESE, null, null, Set.of(), Set.of()));
        return email;
    }

    private SignedIn lookingAs(AccountId somebody) throws Exception {
        var me = gatehouse.comeIn(zone + "-security");
        gatehouse.as(
                me,
                () -> {
                    viewing.begin(somebody);
                    return zone;
                });
        return requireNonNull(gatehouse.atNextRequest(me, clock));
    }
}
