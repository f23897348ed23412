package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;

/** Made-up powers that a zone shows, in versions of which each changes a little; once per data folder. */
final class ShownPopulation {
    static final int VERSIONS = 30;
    private static final int BATCH = 1000;
    private static final String[] KINDS = {
        "PERMIT", "PENALTY", "COERCION", "LEVY", "INSPECTION", "CONFIRMATION", "REWARD", "OTHER"
    };
    private static final String[] FIELDS = {"政务服务", "产业发展", "土地利用", "财税保障", "科技创新"};
    private static final String[] OBJECTS = {
        "企业投资项目", "建筑工程施工", "危险化学品经营", "食品生产", "特种设备使用", "取水", "排污", "临时用地", "户外广告设置",
        "道路货物运输", "医疗器械经营", "人力资源服务", "城镇燃气经营", "消防设施", "地名", "档案", "节能审查", "环境影响评价",
        "水土保持方案", "林木采伐"
    };
    private static final String[] ACTS = {
        "备案", "核准", "许可", "审批", "变更登记", "注销登记", "延续", "监督检查", "违法行为的处罚", "确认"
    };
    private static final String[] BODIES = {
        "行政审批局", "经济发展局", "自然资源和规划局", "住房和城乡建设局", "生态环境局", "应急管理局", "市场监督管理局", "综合执法局"
    };

    private ShownPopulation() {}

    /** A list of the zone with so many entries; what is there already is kept. */
    static UUID fill(Connection asApplication, TenantId zone, int entries) throws SQLException {
        asApplication.setAutoCommit(false);
        var there = list(asApplication, zone);
        if (there != null) {
            asApplication.commit();
            return there;
        }
        var list = UuidV7.next();
        Population.setTenant(asApplication, zone);
        try (var sql = asApplication.createStatement()) {
            sql.execute(
                    "insert into delegation.shown_zone values (%d, now(), gen_random_uuid(), now()) on conflict do nothing"
                            .formatted(zone.value()));
            sql.execute(
                    "insert into delegation.shown_list values (%d, '%s', 'POWERS', '权力清单（基准）', %d, now(), %d)"
                            .formatted(zone.value(), list, VERSIONS, entries));
            sql.execute(
                    """
                    insert into delegation.shown_edition (zone, list_id, number, title, published_at, entries)
                    select %d, '%s', n, '权力清单（基准）', now() - make_interval(days => %d - n), %d
                    from generate_series(1, %d) n\
                    """
                            .formatted(zone.value(), list, VERSIONS, entries, VERSIONS));
        }
        write(asApplication, zone, list, entries);
        asApplication.commit();
        try (var sql = asApplication.createStatement()) {
            Population.setTenant(asApplication, zone);
            sql.execute("analyze delegation.shown_wording");
        }
        asApplication.commit();
        return list;
    }

    /** Names of what is shown, for searching. */
    static List<String> names(int many, Random random) {
        var names = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            names.add(name(random.nextInt(20_000)));
        }
        return names;
    }

    static List<UUID> entries(Connection asApplication, UUID list) throws SQLException {
        var entries = new ArrayList<UUID>();
        try (var sql = asApplication.createStatement();
                var rows =
                        sql.executeQuery(
                                "select entry_id from delegation.shown_wording where list_id = '%s' and to_edition is null order by entry_id"
                                        .formatted(list))) {
            while (rows.next()) {
                entries.add(rows.getObject(1, UUID.class));
            }
        }
        asApplication.commit();
        return entries;
    }

    private static void write(Connection asApplication, TenantId zone, UUID list, int entries)
            throws SQLException {
        var random = new Random(7);
        try (var line =
                asApplication.prepareStatement(
                        """
                        insert into delegation.shown_wording
                            (zone, list_id, entry_id, from_edition, to_edition, list_kind, matter_id, matter_code, matter_name,
                             name_key, matter_kind, field, bases, act, original_authority, receiving_body, mode, effective_on,
                             document_number, decided_on, issuer)
                        values (?, ?, ?, ?, ?, 'POWERS', ?, ?, ?, ?, ?, ?, ?::jsonb, 'GRANT', ?, ?, 'DIRECT', date '2026-04-01',
                                '府发〔2026〕1号', date '2026-03-02', '市人民政府')\
                        """)) {
            for (int i = 0; i < entries; i++) {
                var entry = UuidV7.next();
                var matter = UuidV7.next();
                int changedIn = i % 20 == 0 ? 2 + random.nextInt(VERSIONS - 1) : 0;
                if (changedIn > 0) {
                    add(line, zone, list, entry, matter, 1, changedIn, i);
                }
                add(line, zone, list, entry, matter, changedIn > 0 ? changedIn : 1, null, i);
                if (i % BATCH == BATCH - 1) {
                    line.executeBatch();
                }
            }
            line.executeBatch();
        }
    }

    private static void add(
            PreparedStatement line,
            TenantId zone,
            UUID list,
            UUID entry,
            UUID matter,
            int from,
            @Nullable Integer upTo,
            int number)
            throws SQLException {
        var name = name(number);
        line.setLong(1, zone.value());
        line.setObject(2, list);
        line.setObject(3, entry);
        line.setInt(4, from);
        line.setObject(5, upTo, Types.INTEGER);
        line.setObject(6, matter);
        line.setString(7, "511Z%08d".formatted(number));
        line.setString(8, name);
        line.setString(9, ChineseText.key(name));
        line.setString(10, KINDS[number % KINDS.length]);
        line.setString(11, FIELDS[number % FIELDS.length]);
        line.setString(
                12,
                "[{\"title\": \"中华人民共和国行政许可法\", \"article\": \"第二十二条\", \"state\": \"IN_FORCE\", \"since\": null}]");
        line.setString(13, "市" + BODIES[number % BODIES.length]);
        line.setString(14, (upTo == null ? "经开区" : "管委会") + BODIES[(number / 7) % BODIES.length]);
        line.addBatch();
    }

    private static String name(int number) {
        return OBJECTS[number % OBJECTS.length]
                + ACTS[(number / OBJECTS.length) % ACTS.length]
                + "（第"
                + (number / (OBJECTS.length * ACTS.length) + 1)
                + "类）";
    }

    private static @Nullable UUID list(Connection asApplication, TenantId zone)
            throws SQLException {
        try (var sql = asApplication.createStatement();
                var row =
                        sql.executeQuery(
                                "select list_id from delegation.shown_list where title = '权力清单（基准）' and zone = "
                                        + zone.value())) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }
}
