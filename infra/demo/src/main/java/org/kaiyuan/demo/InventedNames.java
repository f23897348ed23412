package org.kaiyuan.demo;

import java.util.HashSet;
import java.util.Set;
import org.kaiyuan.demo.Place.Street;

/** Names of enterprises: place, a made-up 字号, the word of the trade, the legal ending. */
final class InventedNames {
    private static final String FIRST =
            "铭翊沐睿钰骏弘恺翰晟煜昊宸泓澜皓禾黎岷涪沱蜀岚峻岳嵘瑾璟琪瑞锦恒宏鑫泰昌盛荣裕祥丰益腾飞骐骥麟鹏鸿鹄雁云霄凌霖润泽浩渊源沛济汇融通达卓越拓创启航远征途旭昕曜辉煌灿烨焱炬烽燃"
                    + "楚秦晋齐鲁吴越蓝青翠碧玄墨素白朱丹赤金银铂钧铸锐锋镇坤乾震巽坎艮兑正德仁义礼智信诚勤毅笃行思慎明尚崇景仰慕怀念惠普慈善佳美雅颂曲酌酩酿醇醴酝甘泉溪涧瀑洋海洲屿岛";
    private static final String SECOND =
            "达通源泰盛兴隆昌茂旺发利丰裕康宁安和顺祥瑞福禄寿喜庆嘉佳美华辉耀明亮光晖曦晨晓旦升腾跃飞翔鹏程远航驰骋奔越超凡卓尔群英杰俊豪雄伟宏博渊深厚德载道义信诚实真朴素"
                    + "川江河湖海洋波涛澜泽润霖雨露霜雪松柏竹梅兰菊荷桂枫林森木禾谷穗苗圃园田野原岭峰岩石玉珠宝鼎钟铭镜锋刃钢铁铜衡度量规矩方正直立成就功业基石柱梁栋宇轩阁亭台苑居里坊";
    private static final String THIRD = "达通源泰盛兴隆昌丰康安和瑞华辉明飞鹏远航博诚信川江润林峰鼎成创新联合众力特科";

    private final Place place;
    private final Set<Long> taken = new HashSet<>();

    InventedNames(Place place) {
        this.place = place;
    }

    /** A name that this zone has not yet. */
    record Invented(String name, String shortName, String kind) {}

    Invented next(Draws draws, Trade trade, Street street, boolean large) {
        while (true) {
            var invented = invent(draws, trade, street, large);
            if (taken.add(fingerprint(invented.name()))) {
                return invented;
            }
        }
    }

    private Invented invent(Draws draws, Trade trade, Street street, boolean large) {
        var mark = mark(draws);
        var word = draws.oneOf(trade.words());
        double form = draws.between(0.0, 1.0);
        if (word.equals("酒厂")) {
            var name = "%s市%s%s酒厂".formatted(place.city(), street.area(), mark);
            return new Invented(name, mark + "酒厂", "个人独资企业");
        }
        boolean stock = large ? draws.chance(0.35) : draws.chance(0.02);
        var ending = stock ? "股份有限公司" : draws.chance(0.09) ? "有限责任公司" : "有限公司";
        var kind =
                stock
                        ? "股份有限公司（非上市、自然人投资或控股）"
                        : draws.chance(0.3)
                                ? "有限责任公司（自然人独资）"
                                : draws.chance(0.12)
                                        ? "有限责任公司（非自然人投资或控股的法人独资）"
                                        : "有限责任公司（自然人投资或控股）";
        var name =
                form < 0.42
                        ? place.city() + (draws.chance(0.35) ? "市" : "") + mark + word + ending
                        : form < 0.74
                                ? (draws.chance(0.15) ? "四川省" : "四川") + mark + word + ending
                                : form < 0.82
                                        ? place.city() + street.area() + mark + word + ending
                                        : form < 0.90
                                                ? mark + "（" + place.city() + "）" + word + ending
                                                : form < 0.96
                                                        ? mark + word + "（四川）" + ending
                                                        : "四川" + mark + word + "集团" + ending;
        return new Invented(name, mark + word, kind);
    }

    private static String mark(Draws draws) {
        var mark = new StringBuilder().append(draws.oneOf(FIRST));
        double length = draws.between(0.0, 1.0);
        char second = draws.oneOf(SECOND);
        while (second == mark.charAt(0)) {
            second = draws.oneOf(SECOND);
        }
        mark.append(second);
        if (length > 0.62) {
            mark.append(draws.oneOf(THIRD));
        }
        if (length > 0.94) {
            mark.append(draws.oneOf(THIRD));
        }
        return mark.toString();
    }

    private static long fingerprint(String name) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return hash;
    }
}
