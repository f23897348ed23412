package org.kaiyuan.leads;

import java.util.List;
import java.util.Map;

/**
 * One hit of a search.
 *
 * @param highlights by field ({@code projectName}, {@code investors}), HTML whose only tag is {@code <em>}
 */
public record LeadFind(LeadRow lead, Map<String, List<String>> highlights) {}
