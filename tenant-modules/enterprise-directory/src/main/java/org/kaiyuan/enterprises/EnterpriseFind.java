package org.kaiyuan.enterprises;

import java.util.List;
import java.util.Map;

/**
 * One hit.
 *
 * @param highlights by field, HTML whose only tag is {@code <em>}
 * @param reasons what matched: name, formerName, pinyin, initials, creditCode, scope, products, address, words
 */
public record EnterpriseFind(
        EnterpriseRow enterprise, Map<String, List<String>> highlights, List<String> reasons) {}
