package org.kaiyuan.leads;

/** What one may be allowed to do with leads. */
public final class LeadPermissions {
    public static final String READ = "leads:read";
    public static final String WRITE = "leads:write";

    /** Giving leads to people, also those of others. */
    public static final String ASSIGN = "leads:assign";

    /** Opening and closing admission reviews. */
    public static final String REVIEW = "leads:review";

    /** Moving a lead past a gate that refuses, with a reason and a file. */
    public static final String OVERRIDE = "leads:override";

    public static final String IMPORT = "leads:import";
    public static final String EXPORT = "leads:export";

    /** Seeing a contact's phone number and address whole; logged with its purpose. */
    public static final String UNMASK = "leads:unmask";

    public static final String MERGE = "leads:merge";

    /** Deciding stages, gates' score table, time rules and targets of the zone. */
    public static final String CONFIGURE = "leads:configure";

    /** Seeing the funnel, the rates and the chain map. */
    public static final String FIGURES = "leads:figures";

    /** Speaking for the zone where another zone reported the same investor first. */
    public static final String COORDINATE = "leads:coordinate";

    private LeadPermissions() {}
}
