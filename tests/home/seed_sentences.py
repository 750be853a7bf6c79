"""The coalition's own words, and the addresses at which the loaded site must say them."""

NAME = "Radiology Health Equity Coalition"
OPENING = [
    NAME,
    "Where all of radiology comes together to make a difference",
    "The American College of Radiology® (ACR®) convened the Radiology Health Equity Coalition to "
    "explore steps radiology professionals may take to drive improved outcomes for those impacted "
    "by regional, racial and economic-related healthcare disparities.",
    "This growing network of radiologists is collecting, creating and sharing resources and best "
    "practices to implement in daily practice, connect with patients and communities, and "
    "collaborate on programs to empower others to act.",
    "The coalition mobilization team will identify goals and develop an operational plan.",
    "The coalition framework will leverage the expertise and core competencies of each member "
    "group.",
]
SOCIETIES = [
    "American Board of Radiology",
    "American College of Radiology",
    "Radiology Section Council for the American Medical Association",
    "Association of University Radiologists",
    "Section on Radiology and Radiation Oncology for the National Medical Association",
    "Radiological Society of North America",
    "Society of Chairs of Academic Radiology Departments",
    "Society of Interventional Radiology",
]
MEMBERS = [
    "Coalition members",
    "The coalition includes the American Board of Radiology, American College of Radiology, "
    "Radiology Section Council for the American Medical Association, Association of University "
    "Radiologists, Section on Radiology and Radiation Oncology for the National Medical "
    "Association, Radiological Society of North America, Society of Chairs of Academic Radiology "
    "Departments, and Society of Interventional Radiology.",
    "More specialty and state societies will soon join.",
]
PLEDGE = [
    "What you can do",
    "Commit to act in advancing health equity in your practice and working to reduce health "
    "disparities in radiology.",
    "Look for an email from the ACR upon completion of this form.",
    "We commit to keep you informed and updated about health equity in radiology.",
]
STATEMENTS = {
    "preventable-deaths-rural-areas": [
        "Excess/potentially preventable deaths from cancer, lower respiratory disease and other "
        "illnesses in rural areas are often nearly double that of urban areas."
    ],
    "breast-cancer-black-women": [
        "Black women are 42% more likely to die from breast cancer than white women."
    ],
    "colorectal-cancer-black-men": [
        "Black men are 52% more likely to die from colorectal cancer (CRC) than white men.",
        "The 19% CRC disparity may be due to fewer screenings.",
    ],
    "amputations-diabetes-black-americans": [
        "Black Americans with diabetes are three times more likely to have a limb amputated than "
        "others."
    ],
    "colorectal-cancer-us-latinos": [
        "U.S. Latinos are more likely to die from CRC than those in many Central and South "
        "American nations.",
        "The CRC death rate for U.S. Latinos has dropped more slowly than for whites.",
    ],
    "stomach-cancer-hepatitis-tuberculosis-asian-americans": [
        "Asian Americans are twice as likely to die from stomach cancers, eight times more likely "
        "to die from hepatitis and have a tuberculosis rate more than 30 times higher than white "
        "Americans."
    ],
    "mammograms-without-health-insurance": [
        "39% of U.S. women without health insurance had a mammogram in the past two years vs. 75% "
        "of those with health insurance."
    ],
}
STATISTICS = [
    "Real-world disparities that reflect opportunities to help improve outcomes",
    *(sentence for sentences in STATEMENTS.values() for sentence in sentences),
]
SHELVES = ["Coalition member resources", "National association or foundation resources"]
# Publisher and title, which the coalition's page puts a colon between.
RESOURCES = [
    ("American Heart Association", "Championing Health Equity for All"),
    (
        "American Medical Association",
        "How 3 major policy moves cement AMA’s commitment to health equity",
    ),
    ("American Bar Association", "Health Equity Challenges in Rural America"),
    (
        "National Institute for Health Care Management Foundation",
        "Health in Rural America: Innovative Solutions to Address Disparities",
    ),
]
CONTACT = ["Join the effort", "Please email for more information."]

SECTIONS = {
    "/members/": MEMBERS,
    "/commit/": PLEDGE,
    "/statistics/": STATISTICS,
    "/resources/": [*SHELVES, *(title for _, title in RESOURCES)],
    "/join/": CONTACT,
    **{f"/statistics/{slug}/": sentences for slug, sentences in STATEMENTS.items()},
}
# The home page says all of it.
WHERE = {"/": [*OPENING, *(s for sentences in SECTIONS.values() for s in sentences)], **SECTIONS}
