package org.kaiyuan.bench;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseDraftRecords;
import org.kaiyuan.services.CaseDrafting;
import org.kaiyuan.services.CaseSubmission;
import org.kaiyuan.services.DraftId;
import org.kaiyuan.services.FilledIn;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.services.ServiceId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two hundred enterprises that hand in at the same moment, each with a file of 2 MB, and each twice at once as an impatient hand does: all
 * are kept, none twice. A page has no address for it, so it is the use cases, each person in a thread of their own.
 */
final class SubmitBench {
    private static final String CODE = "deyang";
    private static final int ENTERPRISES = 200;
    private static final int BYTES = 2 * 1024 * 1024;
    private static final String SERVICE = "BENCH-SUBMIT";
    private static final String MATERIAL = "drawing";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Options options;
    private final Report report;

    SubmitBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /** Somebody who stands for an enterprise. */
    private record Person(String username, EnterpriseId enterprise) {}

    void run(Stage stage) throws Exception {
        stage.application().close(); // migrates, loads the demo
        var tenant = stage.tenant(CODE);
        try (var superuser = stage.asSuperuser();
                var rooms =
                        Rooms.over(
                                options,
                                stage.servers().postgres().jdbcUrl("kaiyuan"),
                                stage.servers().postgres().appPassword(),
                                stage.servers().elasticsearch().url().toString())) {
            var service = service(superuser, tenant);
            var people = people(superuser, tenant);
            report.line("%d enterprises, a file of %,d bytes each", people.size(), BYTES);
            together(
                    rooms,
                    tenant,
                    people.subList(0, Math.min(8, people.size())),
                    service); // to warm up
            var alone = alone(rooms, tenant, people, service);
            long before = cases(superuser, tenant);
            var all = together(rooms, tenant, people, service);
            long kept = cases(superuser, tenant) - before;
            Arrays.sort(alone);
            Arrays.sort(all.millis());
            int cores = Runtime.getRuntime().availableProcessors();
            double one = SideBySide.at(alone, 0.95);
            double many = SideBySide.at(all.millis(), 0.95);
            double share = one * people.size() / cores;
            report.line(
                    "alone: p50 %.1f ms, p95 %.1f ms; %d at once: p50 %.0f ms, p95 %.0f ms, slowest %.0f ms",
                    SideBySide.at(alone, 0.5),
                    one,
                    people.size(),
                    SideBySide.at(all.millis(), 0.5),
                    many,
                    all.millis()[all.millis().length - 1]);
            report.line(
                    "p95 at once ÷ (p95 alone × %d ÷ %d cores = %.0f ms): ×%.2f (≤ 2)",
                    people.size(), cores, share, many / share);
            report.line(
                    "handed in twice each: %d receipts of %d cases, %d cases kept (%d asked), refused or failed: %s",
                    all.answers(),
                    all.receipts().size(),
                    kept,
                    people.size(),
                    all.failed().isEmpty() ? "none" : all.failed());
            report.line("files of these cases: %d", files(superuser, tenant));
            if (kept != people.size() || all.receipts().size() != people.size()) {
                throw new IllegalStateException("Not all were kept once");
            }
        }
    }

    private record Together(
            double[] millis, Set<String> receipts, int answers, List<String> failed) {}

    private double[] alone(Rooms rooms, TenantId tenant, List<Person> people, ServiceId service)
            throws Exception {
        var millis = new double[Math.min(40, people.size())];
        for (int i = 0; i < millis.length; i++) {
            var person = people.get(i);
            var draft = as(tenant, person, () -> filledIn(rooms, person, service));
            var content = content(i);
            long start = System.nanoTime();
            as(tenant, person, () -> attached(rooms, draft, content));
            as(tenant, person, () -> handedIn(rooms, draft));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private Together together(Rooms rooms, TenantId tenant, List<Person> people, ServiceId service)
            throws Exception {
        var drafts = new ArrayList<DraftId>();
        for (var person : people) {
            drafts.add(as(tenant, person, () -> filledIn(rooms, person, service)));
        }
        var receipts = new ConcurrentLinkedQueue<String>();
        var failed = new ConcurrentLinkedQueue<String>();
        var millis = new double[people.size()];
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < people.size(); i++) {
                int turn = i;
                var person = people.get(i);
                var draft = drafts.get(i);
                var content = content(1_000 + i);
                all.add(
                        threads.submit(() -> {
                            begin.await();
                            long start = System.nanoTime();
                            try {
                                as(tenant, person, () -> attached(rooms, draft, content));
                                var second =
                                        threads.submit(() ->
                                                as(tenant, person, () -> handedIn(rooms, draft)));
                                receipts.add(
                                        as(tenant, person, () -> handedIn(rooms, draft)).number());
                                millis[turn] = (System.nanoTime() - start) / 1e6;
                                receipts.add(second.get().number());
                            } catch (Exception e) {
                                failed.add(e.toString());
                            }
                            return null;
                        }));
            }
            begin.countDown();
            for (var one : all) {
                one.get();
            }
        }
        return new Together(
                millis,
                new HashSet<>(receipts),
                receipts.size(),
                failed.stream().distinct().limit(5).toList());
    }

    private static <T> T as(TenantId tenant, Person person, java.util.concurrent.Callable<T> work)
            throws Exception {
        return Rooms.as(tenant, person.username(), List.of(PortalPermissions.ENTER), work);
    }

    private static DraftId filledIn(Rooms rooms, Person person, ServiceId service) {
        var drafting = rooms.of(CaseDrafting.class);
        var draft = drafting.begin(service, person.enterprise());
        drafting.save(
                draft,
                new FilledIn(
                        new FormAnswers(Map.of("project", List.of("年产三万件生产线项目")), Map.of()),
                        new Applicant("经办人", "13800000000"),
                        false,
                        Set.of()),
                drafting.find(draft).version());
        return draft;
    }

    private static boolean attached(Rooms rooms, DraftId draft, byte[] content) throws Exception {
        var file =
                rooms.of(Attachments.class)
                        .attach(
                                CaseDraftRecords.of(draft),
                                "图纸.txt",
                                new ByteArrayInputStream(content));
        rooms.of(CaseDrafting.class).paper(draft, MATERIAL, file.id());
        return true;
    }

    private static Receipt handedIn(Rooms rooms, DraftId draft) {
        return rooms.of(CaseSubmission.class)
                .submit(draft, rooms.of(CaseDrafting.class).find(draft).version());
    }

    /** Another for each, so that nothing is recognised as the same; text, for the type of a file is looked at. */
    private static byte[] content(int seed) {
        var content = new byte[BYTES];
        var random = new Random(seed);
        for (int i = 0; i < BYTES; i++) {
            content[i] = (byte) (i % 80 == 79 ? '\n' : 'a' + random.nextInt(26));
        }
        return content;
    }

    private static ServiceId service(Connection superuser, TenantId tenant) throws SQLException {
        var id =
                UUID.nameUUIDFromBytes(
                        (SERVICE + tenant).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        superuser.setAutoCommit(true);
        try (var service =
                        superuser.prepareStatement(
                                """
                                insert into services.service (tenant_id, id, code, track, state, title, topics, edition, updated_at)
                                values (?, ?, ?, 'PARK', 'OPEN', '基准申报', '{}', 1, now()) on conflict do nothing\
                                """);
                var edition =
                        superuser.prepareStatement(
                                """
                                insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                                values (?, ?, 1, ?::jsonb, now(), 'bench', 'bench') on conflict do nothing\
                                """)) {
            service.setLong(1, tenant.value());
            service.setObject(2, id);
            service.setString(3, SERVICE);
            service.executeUpdate();
            edition.setLong(1, tenant.value());
            edition.setObject(2, id);
            edition.setString(3, JSON.writeValueAsString(SubmitForm.note(MATERIAL)));
            edition.executeUpdate();
        }
        return new ServiceId(id);
    }

    /** Each stands for an enterprise of the demo. */
    private static List<Person> people(Connection superuser, TenantId tenant) throws SQLException {
        var people = new ArrayList<Person>();
        superuser.setAutoCommit(true);
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id, credit_code, name from enterprises.enterprise where credit_code is not null and tenant_id = "
                                        + tenant.value()
                                        + " order by id limit "
                                        + ENTERPRISES);
                var insert =
                        superuser.prepareStatement(
                                """
                                insert into portal.representative (tenant_id, id, account_id, username, person_name, phone, credit_code,
                                    enterprise_id, enterprise_name, administrator, state, requested_at, decided_at, decided_by)
                                values (?, ?, ?, ?, '经办人', '13800000000', ?, ?, ?, true, 'CONFIRMED', now(), now(), 'bench')
                                on conflict do nothing\
                                """)) {
            int number = 0;
            while (rows.next()) {
                var username = "submitter-" + number++;
                var account =
                        UUID.nameUUIDFromBytes(
                                username.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                var enterprise = rows.getObject(1, UUID.class);
                insert.setLong(1, tenant.value());
                insert.setObject(
                        2,
                        UUID.nameUUIDFromBytes(
                                ("standing " + username)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                insert.setObject(3, account);
                insert.setString(4, username);
                insert.setString(5, rows.getString(2));
                insert.setObject(6, enterprise);
                insert.setString(7, rows.getString(3));
                insert.executeUpdate();
                people.add(new Person(username, new EnterpriseId(enterprise)));
            }
        }
        return people;
    }

    private static long cases(Connection superuser, TenantId tenant) throws SQLException {
        return count(
                superuser,
                "services.case_file where title = '基准申报' and tenant_id = " + tenant.value());
    }

    private static long files(Connection superuser, TenantId tenant) throws SQLException {
        return count(
                superuser,
                "services.case_paper p join services.case_file c on c.tenant_id = p.tenant_id and c.id = p.case_id"
                        + " where c.title = '基准申报' and c.tenant_id = "
                        + tenant.value());
    }

    private static long count(Connection superuser, String from) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
