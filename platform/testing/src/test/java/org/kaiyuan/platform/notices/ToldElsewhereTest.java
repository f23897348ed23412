package org.kaiyuan.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** E-mail over a real SMTP server, webhooks over real HTTP, and the bell over PostgreSQL. */
@KaiyuanTest
@ActAsZone("told-zone")
class ToldElsewhereTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ME = "told-zone-tester";
    private static GreenMail mail;
    private static int smtpPort;

    @Autowired Notices notices;
    @Autowired NoticeBoard board;
    @Autowired NoticePreferences preferences;
    @Autowired NoticeFeed feed;
    @Autowired Letters letters;
    @Autowired Webhooks webhooks;
    @Autowired WebhookOutbox outbox;
    @Autowired PublicAddresses addresses;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired MockMvc http;

    private final Receiver receiver = new Receiver();

    @TestConfiguration
    static class ToldKinds {
        @Bean
        WebhookKind toldHappened() {
            return new WebhookKind("test.happened", "test.happened");
        }

        @Bean
        WebhookKind toldElse() {
            return new WebhookKind("test.else", "test.else");
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            smtpPort = free.getLocalPort();
        }
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> smtpPort);
        properties.add("kaiyuan.mail.from", () -> "kaiyuan@park.example.cn");
        properties.add("kaiyuan.public-url", () -> "https://park.example.cn/");
        properties.add("kaiyuan.webhooks.allowed", () -> "127.0.0.1");
    }

    @BeforeAll
    static void aMailServer() {
        startMail();
    }

    private static void startMail() {
        mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterAll
    static void noMailServer() {
        mail.stop();
    }

    @AfterEach
    void leave() {
        receiver.close();
    }

    @Test
    void a_notice_goes_by_mail_too_in_the_readers_language_with_a_link_once() throws Exception {
        choose("zhang@example.cn", Locale.SIMPLIFIED_CHINESE, Set.of(), Set.of());
        notices.tell(ME, "notices.webhookDisabled", List.of("甲"), "/webhooks/1");

        await().pollInSameThread().atMost(SOON).until(() -> !mailsTo("zhang@example.cn").isEmpty());
        var came = mailsTo("zhang@example.cn").getFirst();
        assertThat(came.getSubject()).startsWith("[开园] 推送地址 甲");
        assertThat(GreenMailUtil.getBody(came)).isNotBlank();
        assertThat(String.valueOf(came.getContent()))
                .contains("连续多日失败", "https://park.example.cn/webhooks/1");
        assertThat(came.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@kaiyuan>");
        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> states("zhang@example.cn").equals(List.of("SENT")));
    }

    @Test
    void a_mail_server_that_is_down_is_waited_for() {
        choose("wait@example.cn", Locale.ENGLISH, Set.of(), Set.of());
        mail.stop();
        try {
            notices.tell(ME, "notices.webhookDisabled", List.of("乙"), null);
            await().pollInSameThread()
                    .atMost(SOON)
                    .until(() ->
                            transaction.execute(open ->
                                    jdbc.queryForObject(
                                            "select count(*) from notices.letter where recipient ="
                                                    + " 'wait@example.cn' and attempts > 0 and error is not null",
                                            Long.class))
                                    == 1);
            assertThat(states("wait@example.cn")).containsExactly("WAITING");
        } finally {
            startMail();
        }

        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> states("wait@example.cn").equals(List.of("SENT")));
        assertThat(mailsTo("wait@example.cn")).hasSize(1);
    }

    @Test
    void what_is_muted_is_not_told_and_a_transaction_that_fails_tells_nothing() {
        choose("muted@example.cn", Locale.ENGLISH, Set.of(), Set.of("notices.webhookDisabled"));
        int before = board.unread();
        notices.tell(ME, "notices.webhookDisabled", List.of("丙"), null);
        assertThat(states("muted@example.cn")).isEmpty();
        assertThat(board.unread()).isEqualTo(before + 1);

        choose("muted@example.cn", Locale.ENGLISH, Set.of("notices.webhookDisabled"), Set.of());
        transaction.executeWithoutResult(open -> {
            notices.tell(ME, "notices.webhookDisabled", List.of("丁"), null);
            open.setRollbackOnly();
        });
        assertThat(states("muted@example.cn")).isEmpty();
        assertThat(board.unread()).isEqualTo(before + 1);
    }

    @Test
    void in_quiet_hours_mail_waits_until_they_end() {
        var night =
                new NoticePreference(
                        "q@example.cn",
                        Locale.ENGLISH,
                        LocalTime.of(22, 0),
                        LocalTime.of(7, 0),
                        Set.of(),
                        Set.of());

        assertThat(letters.notBefore(Instant.parse("2026-11-24T15:30:00Z"), night)) // 23:30
                .isEqualTo("2026-11-24T23:00:00Z");
        assertThat(letters.notBefore(Instant.parse("2026-11-24T22:30:00Z"), night)) // 06:30
                .isEqualTo("2026-11-24T23:00:00Z");
        var noon = Instant.parse("2026-11-24T04:00:00Z");
        assertThat(letters.notBefore(noon, night)).isEqualTo(noon);
        assertThat(letters.notBefore(Instant.parse("2026-11-24T23:00:00Z"), night)) // 07:00
                .isEqualTo("2026-11-24T23:00:00Z");
    }

    @Test
    void a_preference_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> choose("no address", Locale.ENGLISH, Set.of(), Set.of()))
                .isInstanceOf(PreferenceRefused.class);
        assertThatThrownBy(
                        () -> choose("a@b.cn\r\nBcc: c@d.cn", Locale.ENGLISH, Set.of(), Set.of()))
                .isInstanceOf(PreferenceRefused.class);
    }

    @Test
    void whoever_looks_is_told_at_once_and_nobody_else() throws Exception {
        var mine = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var zone = CurrentTenant.get();
        var end = feed.listen(zone, ME, mine::countDown);
        var endOther = feed.listen(zones.zone("told-other"), ME, others::countDown);
        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> {
                    notices.tell(ME, "notices.webhookDisabled", List.of("戊"), null);
                    return mine.await(1, TimeUnit.SECONDS);
                });
        assertThat(others.getCount()).isEqualTo(1);
        end.run();
        endOther.run();
        assertThat(feed.listening()).isZero();
    }

    @Test
    void a_webhook_is_told_signed_and_once() throws Exception {
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        happened("test.happened", "1");
        happened("test.happened", "1"); // the reaction runs twice
        happened("test.else", "2");

        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> state(registered.id()) == DeliveryState.DELIVERED);
        assertThat(receiver.heard()).hasSize(1);
        var heard = receiver.heard().getFirst();
        assertThat(heard.event()).isEqualTo("test.happened");
        assertThat(heard.body()).contains("\"id\":\"7\"", "\"kind\":\"test.happened\"");
        var seconds = Long.parseLong(heard.signature().split("[=,]")[1]);
        assertThat(heard.signature())
                .isEqualTo(
                        WebhookSending.signature(
                                registered.secret().getBytes(StandardCharsets.US_ASCII),
                                seconds,
                                heard.body()));
        var delivery = webhooks.deliveries(registered.id(), null, 10).getFirst();
        assertThat(delivery.status()).isEqualTo(200);
        assertThat(delivery.response()).isEqualTo("ok");
        assertThat(delivery.id()).hasToString(heard.delivery());

        webhooks.resend(delivery.id());
        await().pollInSameThread().atMost(SOON).until(() -> receiver.heard().size() == 2);
        assertThat(receiver.heard().get(1).delivery()).isEqualTo(heard.delivery());
    }

    @Test
    void a_webhook_that_fails_is_told_again_and_its_answer_is_kept_short() {
        receiver.answers(500, "x".repeat(100_000));
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        happened("test.happened", "1");
        await().pollInSameThread()
                .atMost(SOON)
                .until(() ->
                        webhooks.deliveries(registered.id(), null, 1).getFirst().attempts() > 0);
        var tried = webhooks.deliveries(registered.id(), null, 1).getFirst();
        assertThat(tried.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(tried.status()).isEqualTo(500);
        assertThat(tried.response()).hasSize(2000);
        assertThat(webhooks.get(registered.id()).failingSince()).isNotNull();

        receiver.answers(204, "");
        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> state(registered.id()) == DeliveryState.DELIVERED);
        assertThat(webhooks.get(registered.id()).failingSince()).isNull();
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.answers(302, "");
        receiver.leadsTo("http://127.0.0.1:" + receiver.port() + "/inside");
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        happened("test.happened", "1");

        await().pollInSameThread()
                .atMost(SOON)
                .until(() ->
                        webhooks.deliveries(registered.id(), null, 1).getFirst().attempts() > 0);
        assertThat(receiver.heard()).extracting(Receiver.Heard::path).containsOnly("/told");
        assertThat(webhooks.deliveries(registered.id(), null, 1).getFirst().status())
                .isEqualTo(302);
        webhooks.remove(registered.id());
    }

    @Test
    void one_that_fails_for_days_is_switched_off_and_its_registrar_is_told() {
        receiver.answers(500, "");
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update notices.webhook set failing_since = now() - interval '6 days' where id = ?",
                        registered.id()));
        happened("test.happened", "1");

        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> !webhooks.get(registered.id()).enabled());
        assertThat(board.newest(5))
                .anyMatch(notice ->
                        notice.messageKey().equals("notices.webhookDisabled")
                                && notice.arguments().contains(receiver.url()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/x",
                "https://192.168.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://172.20.0.1/",
                "https://127.0.0.2/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://2130706434/", // 127.0.0.2 as one number
                "https://user:secret@127.0.0.1/",
                "http://8.8.8.8/",
                "ftp://127.0.0.1/",
                "https:///x",
                "no address at all",
                "https://host.invalid/"
            })
    void an_address_that_is_private_or_no_address_is_refused(String url) {
        assertThatThrownBy(() -> webhooks.register(url, Set.of("test.happened")))
                .isInstanceOf(WebhookRefused.class);
    }

    @Test
    void an_address_that_becomes_private_later_is_not_connected_to() {
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        // what a name would be after its address was changed in between
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update notices.webhook set url = ? where id = ?",
                        "http://127.0.0.3:" + receiver.port() + "/told",
                        registered.id()));
        happened("test.happened", "1");

        await().pollInSameThread()
                .atMost(SOON)
                .until(() ->
                        webhooks.deliveries(registered.id(), null, 1).getFirst().attempts() > 0);
        assertThat(webhooks.deliveries(registered.id(), null, 1).getFirst().response())
                .contains("private");
        assertThat(receiver.heard()).isEmpty();
        webhooks.remove(registered.id());
    }

    @Test
    void public_addresses_may_be_reached() throws Exception {
        assertThat(addresses.mayReach(InetAddress.getByName("8.8.8.8"))).isTrue();
        assertThat(addresses.mayReach(InetAddress.getByName("240e:1::1"))).isTrue();
        assertThat(addresses.mayReach(InetAddress.getByName("127.0.0.1"))).isTrue(); // allowed here
    }

    @Test
    void programs_look_after_webhooks_and_are_refused_without_the_permission() throws Exception {
        var may = zones.somebody("told-zone", "notices:webhooks");
        var body = "{\"url\":\"%s\",\"kinds\":[\"test.happened\"]}".formatted(receiver.url());
        var answer =
                http.perform(
                                post("/api/v1/webhooks")
                                        .contentType("application/json")
                                        .content(body)
                                        .with(authentication(may)))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.secret").isString())
                        .andReturn();
        var location = String.valueOf(answer.getResponse().getHeader("Location"));
        http.perform(get(location).with(authentication(may)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.secret").doesNotExist());
        http.perform(post(location + "/ping").with(authentication(may)))
                .andExpect(status().isAccepted());
        http.perform(get(location + "/deliveries").with(authentication(may)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("notices.ping"));
        http.perform(get(location).with(authentication(zones.somebody("told-zone", "audit:read"))))
                .andExpect(status().isForbidden());
        http.perform(get(location).with(authentication(zones.somebody("told-other", "*"))))
                .andExpect(status().isNotFound());
        http.perform(
                        post("/api/v1/webhooks/deliveries/" + UUID.randomUUID() + "/resend")
                                .with(authentication(may)))
                .andExpect(status().isNotFound());
        http.perform(delete(location).with(authentication(may))).andExpect(status().isNoContent());
    }

    @Test
    @ActAsZone(value = "told-zone", permissions = "enterprises:read")
    void who_may_not_is_refused() {
        assertThatThrownBy(webhooks::list).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var registered = webhooks.register(receiver.url(), Set.of("test.happened"));
        choose("only@example.cn", Locale.ENGLISH, Set.of(), Set.of());

        zones.in(
                "told-other",
                () -> {
                    assertThat(webhooks.list()).isEmpty();
                    assertThatThrownBy(() -> webhooks.get(registered.id()))
                            .isInstanceOf(UnknownWebhook.class);
                    for (var table :
                            List.of("preference", "muted", "letter", "webhook", "delivery")) {
                        Long rows =
                                transaction.execute(open ->
                                        jdbc.queryForObject(
                                                "select count(*) from notices." + table,
                                                Long.class));
                        assertThat(rows).as(table).isZero();
                    }
                    return true;
                });
    }

    private void choose(String email, Locale language, Set<String> bell, Set<String> byEmail) {
        preferences.choose(new NoticePreference(email, language, null, null, bell, byEmail));
    }

    private void happened(String kind, String occurrence) {
        transaction.executeWithoutResult(open -> outbox.tell(kind, occurrence, Map.of("id", "7")));
    }

    private DeliveryState state(UUID webhook) {
        return webhooks.deliveries(webhook, null, 1).getFirst().state();
    }

    private List<String> states(String recipient) {
        return transaction.execute(open ->
                jdbc.queryForList(
                        "select state from notices.letter where recipient = ?",
                        String.class,
                        recipient));
    }

    private static List<jakarta.mail.internet.MimeMessage> mailsTo(String recipient) {
        return java.util.Arrays.stream(mail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(recipient);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
