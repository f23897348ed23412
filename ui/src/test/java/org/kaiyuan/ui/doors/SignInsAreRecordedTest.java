package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.AuditFilter;
import org.kaiyuan.platform.audit.AuditLine;
import org.kaiyuan.platform.audit.AuditTrail;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who comes, tries to, is kept waiting and goes stands in the trail, with where from. */
@WholeHouse
class SignInsAreRecordedTest {
    @LocalServerPort int port;
    @Autowired AuditTrail trail;
    @Autowired Zones zones;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void signing_in_failing_and_signing_out_stand_in_the_chain_of_the_persons_zone()
            throws Exception {
        var since = Instant.now();
        var visitor = new Visitor(port);
        visitor.signIn("luzhou-staff", "wrong-password-1");
        visitor.signIn("luzhou-staff", Visitor.PASSWORD);
        visitor.post("/logout", Map.of("_csrf", visitor.csrf("/enterprises")));

        var acts = zones.in("luzhou", () -> acts("luzhou-staff", since));
        assertThat(acts)
                .extracting(AuditLine::act)
                .containsExactly("signedOut", "signedIn", "signInFailed");
        assertThat(acts).extracting(AuditLine::address).containsOnly("127.0.0.1");
        assertThat(acts).extracting(AuditLine::actorName).doesNotContain("luzhou-staff");
        assertThat(zones.<List<AuditLine>>in("deyang", () -> acts("luzhou-staff", since)))
                .isEmpty();
    }

    @Test
    void of_a_name_that_nobody_has_only_the_beginning_is_kept_in_the_platforms_chain()
            throws Exception {
        var since = Instant.now();
        new Visitor(port).signIn("my-secret-password", "oops");

        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken("auditor", "", "ROLE_audit:read")));
        assertThat(acts("my…", since)).extracting(AuditLine::act).containsExactly("signInFailed");
        assertThat(acts("my-secret-password", since)).isEmpty();
    }

    @Test
    void who_guesses_too_often_is_recorded_as_kept_waiting() throws Exception {
        var since = Instant.now();
        var visitor = new Visitor(port);
        for (int i = 0; i < 7; i++) {
            visitor.signIn("zigong-staff", "guess-" + i);
        }

        assertThat(zones.<List<AuditLine>>in("zigong", () -> acts("zigong-staff", since)))
                .extracting(AuditLine::act)
                .contains("signInLocked", "signInFailed");
    }

    private List<AuditLine> acts(String person, Instant since) {
        return trail.find(new AuditFilter(person, null, null, null, since, null, null), null, 50)
                .items();
    }
}
