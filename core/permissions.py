"""Rights that several apps ask for by name. Which role has them: members/roles.py."""

# Staff have it; it keeps fields that only they may set out of the societies' forms.
ADMINISTER_SOCIETIES = "members.change_section"
ADD_SOCIETIES = "members.add_section"
