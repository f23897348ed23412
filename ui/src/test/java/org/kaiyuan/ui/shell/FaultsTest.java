package org.kaiyuan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.ViewTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

class FaultsTest extends ViewTest {
    @Autowired Messages messages;

    private final Logger log = (Logger) LoggerFactory.getLogger(Incident.class);
    private final ListAppender<ILoggingEvent> incidents = new ListAppender<>();

    @BeforeEach
    void listen() {
        incidents.start();
        log.addAppender(incidents);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(incidents);
    }

    @Test
    void who_has_left_the_page_is_no_incident() {
        happens(new UIDetachedException());
        happens(new ExecutionException(new UIDetachedException()));
        happens(new UncheckedIOException(new IOException("Broken pipe")));

        assertThat(incidents.list).isEmpty();
    }

    @Test
    void a_refusal_is_no_incident_and_a_fault_is_one() {
        happens(new UnknownEnterprise(EnterpriseId.next()));
        assertThat(incidents.list).isEmpty();

        happens(new IllegalStateException("we erred"));
        assertThat(incidents.list).hasSize(1);
    }

    private void happens(Throwable thrown) {
        new Faults(messages).error(new ErrorEvent(thrown));
    }
}
