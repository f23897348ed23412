package org.kaiyuan.services;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the archive keeps of a case, written the same to the last byte every time: times are fixed, nothing is compressed. */
@Component
class ArchivePackages {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CaseStore store;
    private final ServiceStore services;
    private final Attachments attachments;
    private final TenantDirectory zones;

    ArchivePackages(
            CaseStore store,
            ServiceStore services,
            Attachments attachments,
            TenantDirectory zones) {
        this.store = store;
        this.services = services;
        this.attachments = attachments;
        this.zones = zones;
    }

    /** A small entry whose bytes are here, or a file whose bytes are read when it is written. */
    private record Entry(String name, String sha256, byte[] content, @Nullable AttachedFile file) {}

    /** All that is in a package, without the bytes of its files. */
    static final class Package {
        private final List<Entry> entries;

        private Package(List<Entry> entries) {
            this.entries = List.copyOf(entries);
        }
    }

    /** Inside a transaction; the case has the time at which it was archived. */
    Package of(CaseId id) {
        var held = store.read(id);
        var at = Objects.requireNonNull(held.archivedAt());
        var entries = new ArrayList<Entry>();
        entries.add(small("case.json", JSON.writeValueAsBytes(said(held))));
        int number = 0;
        var zone = zones.find(CurrentTenant.get()).map(TenantSummary::name).orElse("");
        for (var letter : store.letters(id)) {
            entries.add(
                    small(
                            "letters/%03d-%s.docx".formatted(++number, safe(letter.title())),
                            LetterDocx.of(letter, zone)));
        }
        number = 0;
        for (var file : files(id, at)) {
            entries.add(
                    new Entry(
                            "files/%03d-%s".formatted(++number, safe(file.name())),
                            file.sha256(),
                            new byte[0],
                            file));
        }
        return new Package(entries);
    }

    /**
     * One file after the other, none whole in memory.
     *
     * @return SHA-256 of what was written
     */
    String write(Package of, OutputStream to) throws IOException {
        var digest = sha256();
        var kept =
                new FilterOutputStream(new DigestOutputStream(to, digest)) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        out.write(bytes, from, length);
                    }

                    @Override
                    public void close() throws IOException {
                        flush(); // what it is written to is the caller's to close
                    }
                };
        try (var zip = new ZipOutputStream(kept, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            begin(zip, "index.csv");
            zip.write(index(of));
            zip.closeEntry();
            for (var entry : of.entries) {
                begin(zip, entry.name());
                if (entry.file() == null) {
                    zip.write(entry.content());
                } else {
                    try (var opened = attachments.open(entry.file().id())) {
                        opened.content().transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** UTF-8 with a mark, so that a spreadsheet reads it. */
    private static byte[] index(Package of) {
        var lines = new StringBuilder("\uFEFFname,bytes,sha256\r\n");
        for (var entry : of.entries) {
            lines.append('"')
                    .append(entry.name().replace("\"", "\"\""))
                    .append("\",")
                    .append(entry.file() == null ? entry.content().length : entry.file().bytes())
                    .append(',')
                    .append(entry.sha256())
                    .append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<AttachedFile> files(CaseId id, Instant until) {
        var record = new RecordRef(CaseStore.SUBJECT, id.value());
        var files = new ArrayList<AttachedFile>();
        String after = null;
        do {
            var page = attachments.of(record, after, Attachments.MOST);
            files.addAll(page.items());
            after = page.next();
        } while (after != null);
        return files.stream()
                .filter(file -> !file.at().isAfter(until))
                .sorted(
                        Comparator.comparing(AttachedFile::at)
                                .thenComparing(file -> file.id().value()))
                .toList();
    }

    /** What was so when it was archived, and cannot change after. */
    private Map<String, @Nullable Object> said(Held held) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("receipt", held.receipt());
        said.put("service", held.service().toString());
        said.put("edition", held.edition());
        said.put("title", held.title());
        said.put("track", held.track());
        said.put("matter", held.matter() == null ? null : held.matter().toString());
        said.put("enterprise", held.enterpriseName());
        said.put("creditCode", held.creditCode());
        said.put("applicant", held.applicant().name());
        said.put("channel", held.channel());
        said.put("submittedAt", held.submittedAt().toString());
        said.put("pledged", held.pledged());
        said.put("pledgeKept", held.pledgeKept());
        said.put("pledgeSaid", held.pledgeSaid());
        said.put("supplementAskedOn", day(held.supplementAskedOn()));
        said.put("supplementSaid", held.supplementSaid());
        said.put("supplementedOn", day(held.supplementedOn()));
        said.put("acceptedOn", day(held.acceptedOn()));
        said.put("deemed", held.deemed());
        said.put("ruling", ruling(held.ruling()));
        said.put("statutoryDays", held.statutoryDays());
        said.put("promisedDays", held.promisedDays());
        said.put("extensionDays", held.extensionDays());
        said.put("dueOn", day(held.dueOn()));
        said.put("statutoryDueOn", day(held.statutoryDueOn()));
        said.put("outcome", held.outcome());
        said.put("decidedOn", day(held.decidedOn()));
        said.put("decision", held.decision());
        said.put("decidedName", held.decidedName());
        said.put("deliveredOn", day(held.deliveredOn()));
        said.put("deliveredWay", held.deliveredWay());
        said.put("deliveredProof", held.deliveredProof());
        if (held.state() == CaseState.NOT_ACCEPTED || held.state() == CaseState.WITHDRAWN) {
            // packages of others were written without it, and stay as they are
            said.put("ended", held.state());
            said.put("endedOn", day(held.endedOn()));
        }
        said.put("answers", held.answers());
        belongings(said, held);
        return said;
    }

    private void belongings(Map<String, @Nullable Object> said, Held held) {
        var id = held.id();
        var at = Objects.requireNonNull(held.archivedAt());
        var names = new LinkedHashMap<String, String>();
        services.note(held.service(), held.edition())
                .materials()
                .forEach(material -> names.put(material.key(), material.name()));
        said.put(
                "materials",
                store.materials(id).stream()
                        .map(line ->
                                line(
                                        "material", line.material(),
                                        "name", names.get(line.material()),
                                        "state", line.state().name(),
                                        "remark", line.remark()))
                        .toList());
        said.put(
                "stops",
                store.stops(id).stream()
                        .map(stop ->
                                line(
                                        "reason", stop.reason().name(),
                                        "from", day(stop.from()),
                                        "to", day(stop.to()),
                                        "document", stop.document()))
                        .toList());
        said.put(
                "opinions",
                store.opinions(id).stream()
                        .map(one ->
                                line(
                                        "seat", one.seat(),
                                        "name", one.seatName(),
                                        "verdict",
                                                one.verdict() == null ? null : one.verdict().name(),
                                        "said", one.said(),
                                        "signedName", one.signedName(),
                                        "signedAt",
                                                one.signedAt() == null
                                                        ? null
                                                        : one.signedAt().toString(),
                                        "sha256", one.hash()))
                        .toList());
        said.put(
                "letters",
                store.letters(id).stream()
                        .map(letter ->
                                line(
                                        "kind", letter.kind().name(),
                                        "number", letter.number(),
                                        "title", letter.title(),
                                        "on", day(letter.on())))
                        .toList());
        said.put(
                "events",
                store.events(id).stream()
                        .takeWhile(event -> event.act() != CaseAct.ARCHIVE)
                        .map(event ->
                                line(
                                        "act", event.act().name(),
                                        "step", event.step().name(),
                                        "on", day(event.on()),
                                        "at", event.at().toString(),
                                        "by", event.byName(),
                                        "said", event.said()))
                        .toList());
        said.put(
                "parts",
                store.parts(id).stream()
                        .map(part ->
                                line(
                                        "receipt", part.receipt(),
                                        "title", part.title(),
                                        "archiveSha256",
                                                written(part, at) ? part.archiveSha256() : null))
                        .toList());
    }

    /** A part that was archived after its bundle does not change what the bundle's package says. */
    private static boolean written(Held part, Instant until) {
        var at = part.archivedAt();
        return at != null && !at.isAfter(until);
    }

    private static @Nullable Object ruling(@Nullable CaseRuling ruling) {
        return ruling == null
                ? null
                : line(
                        "course", ruling.course().name(),
                        "body", ruling.body(),
                        "entry", ruling.entry() == null ? null : ruling.entry().toString(),
                        "why", ruling.why() == null ? null : ruling.why().name(),
                        "basis", ruling.basis(),
                        "asOf", day(ruling.asOf()));
    }

    /** Names and values in turn. */
    private static Map<String, @Nullable String> line(@Nullable String... parts) {
        Map<String, @Nullable String> line = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            line.put(String.valueOf(parts[i]), parts[i + 1]);
        }
        return line;
    }

    private static @Nullable String day(java.time.@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Entry small(String name, byte[] content) {
        return new Entry(name, HexFormat.of().formatHex(sha256().digest(content)), content, null);
    }

    /** No path, and no formula in the index. */
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
