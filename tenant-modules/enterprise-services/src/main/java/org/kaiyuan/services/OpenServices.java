package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.Ruling;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.Marked;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Services that can be asked for, for the portal, for the public and for the counter. Needs no permission but that somebody acts in the zone. */
@Service
@PreAuthorize(
        "hasAnyRole('SYSTEM', '"
                + PortalPermissions.ENTER
                + "', '"
                + ServicesPermissions.READ
                + "')")
public class OpenServices {
    /** The largest page. */
    public static final int MOST = 100;

    /** How far down the hits somebody may page. */
    public static final int DEEPEST = 1000;

    private static final int SAID = 120;
    private static final int MOST_TOPICS = 50;

    private final ServiceStore store;
    private final WhoDecides decides;
    private final SearchDoor door;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;

    OpenServices(
            ServiceStore store,
            WhoDecides decides,
            SearchDoor door,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.decides = decides;
        this.door = door;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * By words, pinyin, initials or what one needs something for; without words by title. While search is away, those whose title has
     * the words in it or whose code begins so.
     *
     * @param topic null for all
     * @param limit at most {@link #MOST}
     */
    public OpenServicePage find(
            @Nullable String words, @Nullable String topic, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var wanted = topic == null || topic.isBlank() ? null : ChineseText.storable(topic).strip();
        var asked = words == null ? "" : ServiceForms.asked(words);
        if (ChineseText.key(asked).isEmpty()) {
            return byTitle("", wanted, cursor, most);
        }
        int from = cursor == null ? 0 : offset(cursor);
        if (from < 0) {
            return byTitle(asked, wanted, cursor, most);
        }
        most = Math.min(most, DEEPEST - from);
        if (most <= 0) {
            return new OpenServicePage(List.of(), Map.of(), null);
        }
        try {
            var found = door.search(ServiceIndex.INDEX, search(asked, wanted, from, most));
            var ids = found.hits().stream().map(hit -> new ServiceId(hit.id())).toList();
            boolean more = found.total() > from + most && from + most < DEEPEST;
            return new OpenServicePage(
                    read(ids, ChineseText.key(asked)),
                    topics(found),
                    more ? Integer.toString(from + most) : null);
        } catch (SearchUnavailable unavailable) {
            return byTitle(asked, wanted, null, most);
        }
    }

    /** @return -1 where it is a page of titles */
    private static int offset(String cursor) {
        if (cursor.length() == 36) {
            return -1;
        }
        try {
            int from = Integer.parseInt(cursor);
            if (from >= 0) {
                return from;
            }
        } catch (NumberFormatException noNumber) {
            // none of ours
        }
        throw new CursorRefused();
    }

    private static Search search(String asked, @Nullable String topic, int from, int most) {
        var filters = new LinkedHashMap<String, Query>();
        filters.put("open", Query.is("open", "true"));
        if (topic != null) {
            filters.put("topics", Query.is("topics", topic));
        }
        return new Search(
                ServiceForms.query(asked),
                filters,
                List.of(new Search.Facet("topics", "topics", MOST_TOPICS)),
                from,
                most,
                List.of("code"),
                List.of());
    }

    private static Map<String, Integer> topics(Found found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.facets()
                .getOrDefault("topics", List.of())
                .forEach(one -> counts.put(one.value(), (int) one.count()));
        return counts;
    }

    /** From PostgreSQL, in the order of the titles. */
    private OpenServicePage byTitle(
            String asked, @Nullable String topic, @Nullable String cursor, int most) {
        var where = new StringBuilder(" where s.state = 'OPEN'");
        var arguments = new ArrayList<Object>();
        if (!asked.isEmpty()) {
            where.append(
                    " and (position(lower(?) in lower(s.title)) > 0 or s.code >= ? and s.code < ?)");
            var code = asked.toUpperCase(Locale.ROOT);
            arguments.addAll(List.of(asked, code, code + ChineseText.LAST));
        }
        return Objects.requireNonNull(
                reading.execute(open -> {
                    Map<String, Integer> topics = new LinkedHashMap<>();
                    jdbc.query(
                            "select t, count(*) from services.service s, unnest(s.topics) t"
                                    + where
                                    + " group by t order by count(*) desc, t limit "
                                    + MOST_TOPICS,
                            row -> {
                                topics.put(row.getString(1), row.getInt(2));
                            },
                            arguments.toArray());
                    if (topic != null) {
                        where.append(" and ? = any (s.topics)");
                        arguments.add(topic);
                    }
                    if (cursor != null) {
                        where.append(
                                " and (s.title, s.id) > (select a.title, a.id from services.service a where a.id = ?)");
                        arguments.add(ServiceCatalogue.place(cursor));
                    }
                    arguments.add(most + 1);
                    var ids =
                            jdbc.query(
                                    "select s.id from services.service s"
                                            + where
                                            + " order by s.title, s.id limit ?",
                                    (row, n) -> new ServiceId(row.getObject(1, UUID.class)),
                                    arguments.toArray());
                    boolean more = ids.size() > most;
                    var page = more ? ids.subList(0, most) : ids;
                    return new OpenServicePage(
                            read(page, ChineseText.key(asked)),
                            topics,
                            more ? page.getLast().toString() : null);
                }));
    }

    /** In the order of the ids; what is not open any more is left out. */
    private List<OpenServiceRow> read(Collection<ServiceId> ids, String key) {
        return Objects.requireNonNull(
                reading.execute(open -> {
                    var found = store.current(ids);
                    var rulings = rulings(found);
                    return found.stream().map(one -> row(one, rulings, key)).toList();
                }));
    }

    /** @throws UnknownService when there is none that can be asked for */
    public OpenService of(ServiceId id) {
        return Objects.requireNonNull(
                reading.execute(open -> {
                    var service = store.current(id);
                    var parts = store.current(service.note().parts());
                    var all = new ArrayList<>(parts);
                    all.add(service);
                    var rulings = rulings(all);
                    var ruling = service.matter() == null ? null : rulings.get(service.matter());
                    return new OpenService(
                            service.id(),
                            service.code(),
                            service.track(),
                            service.edition(),
                            service.note(),
                            ruling == null ? null : ruling.isHere(),
                            ruling == null ? null : ruling.body(),
                            ruling == null ? null : ruling.why(),
                            parts.stream().map(one -> row(one, rulings, "")).toList());
                }));
    }

    /** Who decides today, of all of them at once. */
    private Map<MatterId, Ruling> rulings(Collection<ServiceStore.Current> services) {
        var matters =
                services.stream()
                        .map(ServiceStore.Current::matter)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        if (matters.isEmpty()) {
            return Map.of();
        }
        return SystemActing.inTenant(
                CurrentTenant.get(), () -> decides.here(matters, LocalDate.now(clock)));
    }

    private static OpenServiceRow row(
            ServiceStore.Current one, Map<MatterId, Ruling> rulings, String key) {
        var note = one.note();
        var ruling = one.matter() == null ? null : rulings.get(one.matter());
        var marked = marked(note.title(), key, NAME);
        return new OpenServiceRow(
                one.id(),
                one.code(),
                one.track(),
                note.title(),
                note.english() == null ? null : note.english().title(),
                note.kind(),
                note.promisedDays(),
                note.topics(),
                ruling == null ? null : ruling.isHere(),
                marked == null ? note.title() : marked,
                said(note, key));
    }

    /** More than any title has. */
    private static final int NAME = 1000;

    /** The part of the guide that has most of what was asked. */
    private static @Nullable String said(ServiceNote note, String key) {
        if (key.isEmpty()) {
            return null;
        }
        var texts = new ArrayList<>(ServiceForms.guide(note));
        texts.addAll(ServiceForms.english(note));
        @Nullable String best = null;
        double share = 0;
        for (var text : texts) {
            var marked = Marked.in(text, key, SAID);
            if (marked != null && marked.share() > share) {
                share = marked.share();
                best = plain(marked.html());
            }
        }
        return best;
    }

    private static @Nullable String marked(String text, String key, int most) {
        var marked = key.isEmpty() ? null : Marked.in(text, key, most);
        return marked == null ? null : plain(marked.html());
    }

    /** Its only tag becomes our marks, which no text has. */
    private static String plain(String html) {
        return HtmlUtils.htmlUnescape(
                html.replace("\uE000", "")
                        .replace("\uE001", "")
                        .replace("<em>", "\uE000")
                        .replace("</em>", "\uE001"));
    }
}
