package org.kaiyuan.platform.notices;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends e-mails that wait: on one node, again with growing pauses (10 s, 20 s … up to about a day in all) while
 * the mail server does not take them. One that was sent just before a crash is sent again under the same
 * Message-ID.
 */
@Configuration(proxyBeanMethods = false)
class LetterSending {
    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("notice-letter", Order.class);
    private static final int ATTEMPTS = 14;
    private static final int LONGEST_ERROR = 500;

    /** What is stored of a letter until it is sent. */
    record Order(long tenant, String id) {}

    private record Letter(String recipient, String subject, String body) {}

    @Bean
    OneTimeTask<Order> letterTask(
            JdbcTemplate jdbc,
            ObjectProvider<JavaMailSender> mail,
            PlatformTransactionManager transactions,
            Environment environment,
            Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        var from = environment.getProperty("kaiyuan.mail.from", "kaiyuan@localhost");
        return Tasks.oneTime(TASK)
                .onFailure(
                        new FailureHandler.MaxRetriesFailureHandler<>(
                                ATTEMPTS - 1,
                                new FailureHandler.ExponentialBackoffFailureHandler<>(
                                        Duration.ofSeconds(10), 2.0)))
                .execute((instance, context) -> {
                    var order = instance.getData();
                    SystemActing.inTenant(
                            new TenantId(order.tenant()),
                            () -> {
                                send(
                                        UUID.fromString(order.id()),
                                        jdbc,
                                        mail.getObject(),
                                        transaction,
                                        from,
                                        clock);
                                return true;
                            });
                });
    }

    private static void send(
            UUID id,
            JdbcTemplate jdbc,
            JavaMailSender mail,
            TransactionTemplate transaction,
            String from,
            Clock clock) {
        var letter =
                transaction.<@Nullable Letter>execute(open ->
                        DataAccessUtils.singleResult(
                                jdbc.query(
                                        "select recipient, subject, body from notices.letter where id = ? and state <> 'SENT'",
                                        (row, number) ->
                                                new Letter(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3)),
                                        id)));
        if (letter == null) {
            return; // sent already, or its zone is gone
        }
        try {
            mail.send(mime(id, letter, mail, from)); // holds no connection
        } catch (MailException failed) {
            transaction.executeWithoutResult(open -> noted(id, failed, jdbc));
            if (failed instanceof MailParseException) {
                return; // no further attempt makes it better
            }
            throw failed;
        }
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update notices.letter set state = 'SENT', attempts = attempts + 1, error = null, sent_at = ?"
                                + " where id = ?",
                        Timestamp.from(clock.instant()),
                        id));
    }

    private static MimeMessage mime(UUID id, Letter letter, JavaMailSender mail, String from) {
        var message = mail.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(letter.recipient());
            helper.setSubject(letter.subject());
            helper.setText(letter.body());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Message-ID", "<" + id + "@kaiyuan>"); // Spring keeps it
            return message;
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }

    private static void noted(UUID id, MailException failed, JdbcTemplate jdbc) {
        var said = String.valueOf(failed.getMessage());
        jdbc.update(
                "update notices.letter set attempts = attempts + 1, error = ?,"
                        + " state = case when attempts + 1 >= ? then 'FAILED' else 'WAITING' end where id = ?",
                said.length() <= LONGEST_ERROR ? said : said.substring(0, LONGEST_ERROR),
                failed instanceof MailParseException ? 0 : ATTEMPTS,
                id);
    }
}
