package org.kaiyuan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.server.VaadinSession;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** In the thread of a page, whose session knows who signed in. */
class SystemActingInPagesTest extends ViewTest {
    private static final RecordRef NOTHING = new RecordRef("no.kind", new UUID(0, 1));

    @Autowired Attachments attachments;
    @Autowired SecurityContextHolderStrategy declared;

    @Test
    void the_system_acts_as_itself_and_afterwards_the_person_again() {
        var person = signedInToThePage();

        var during =
                SystemActing.inTenant(
                        CurrentTenant.get(),
                        () -> {
                            attachments.removeAll(NOTHING); // for the system alone
                            assertThat(ChangeHistory.actor()).isEqualTo(SystemActing.USERNAME);
                            return acting();
                        });

        assertThat(during.getName()).isEqualTo(SystemActing.USERNAME);
        assertThat(acting()).isSameAs(person);
        assertThatThrownBy(() -> attachments.removeAll(NOTHING))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_person_is_back_also_when_the_work_fails_and_within_another() {
        var person = signedInToThePage();
        var zone = CurrentTenant.get();

        assertThatThrownBy(() ->
                        SystemActing.<String>inTenant(
                                zone,
                                () -> {
                                    SystemActing.inTenant(zone, () -> "");
                                    assertThat(acting().getName()).isEqualTo(SystemActing.USERNAME);
                                    SecurityContextHolder.clearContext();
                                    throw new IllegalArgumentException("on purpose");
                                }))
                .hasMessage("on purpose");

        assertThat(acting()).isSameAs(person);
    }

    @Test
    void everybody_holds_the_same_strategy() {
        assertThat(SecurityContextHolder.getContextHolderStrategy()).isSameAs(declared);
    }

    private static Authentication signedInToThePage() {
        var context = SecurityContextHolder.getContext();
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        return Objects.requireNonNull(context.getAuthentication());
    }

    private static Authentication acting() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
