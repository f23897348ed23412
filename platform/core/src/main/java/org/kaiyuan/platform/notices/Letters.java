package org.kaiyuan.platform.notices;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes e-mails in the transaction of what they tell; {@link LetterSending} sends them. */
@Component
public class Letters {
    private static final int LONGEST_SUBJECT = 120;
    private final JdbcTemplate jdbc;
    private final Messages messages;
    private final ObjectProvider<JavaMailSender> mail;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final String pages;

    Letters(
            JdbcTemplate jdbc,
            Messages messages,
            ObjectProvider<JavaMailSender> mail,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock,
            Environment environment) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.mail = mail;
        this.scheduler = scheduler;
        this.clock = clock;
        this.pages = environment.getProperty("kaiyuan.public-url", "").replaceAll("/+$", "");
    }

    /** Whether this installation sends e-mail at all. */
    public boolean areSent() {
        return mail.getIfAvailable() != null;
    }

    void write(
            String username,
            NoticePreference wanted,
            String messageKey,
            List<String> arguments,
            @Nullable String link) {
        var recipient = wanted.email();
        if (recipient == null || !areSent()) {
            return;
        }
        var id = UuidV7.next();
        var sentence = messages.text(wanted.language(), messageKey, arguments.toArray());
        var subject =
                messages.text(wanted.language(), "notices.mail.subject", sentence)
                        .replaceAll("\\p{Cntrl}", " ");
        var body =
                messages.text(
                        wanted.language(),
                        "notices.mail.body",
                        sentence,
                        link == null || pages.isEmpty()
                                ? ""
                                : pages + (link.startsWith("/") ? link : "/" + link));
        var now = clock.instant();
        jdbc.update(
                """
                insert into notices.letter (tenant_id, id, username, recipient, subject, body, state, created_at)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?)\
                """,
                CurrentTenant.get().value(),
                id,
                username,
                recipient,
                subject.length() <= LONGEST_SUBJECT
                        ? subject
                        : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                body,
                Timestamp.from(now));
        schedule(id, notBefore(now, wanted));
    }

    private void schedule(UUID id, Instant at) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        LetterSending.TASK
                                .instance(id.toString())
                                .data(
                                        new LetterSending.Order(
                                                CurrentTenant.get().value(), id.toString()))
                                .scheduledTo(at));
    }

    /** Now, or when the quiet hours end. */
    Instant notBefore(Instant now, NoticePreference wanted) {
        var from = wanted.quietFrom();
        var to = wanted.quietTo();
        if (from == null || to == null || from.equals(to)) {
            return now;
        }
        ZonedDateTime here = now.atZone(clock.getZone());
        LocalTime time = here.toLocalTime();
        boolean overNight = from.isAfter(to);
        boolean quiet =
                overNight
                        ? !time.isBefore(from) || time.isBefore(to)
                        : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        var end = here.with(to);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }
}
